# One image for API, worker and dashboard: the build is `node tools/setup.mjs`, the same that `npm start` and CI run.
FROM node:22-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 python3-pip g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /kshot
ENV XDG_CACHE_HOME=/kshot/.cache NEXT_TELEMETRY_DISABLED=1
COPY . .
# The dashboard is built for one base path.
ARG KSHOT_BASE_PATH=
ENV KSHOT_BASE_PATH=$KSHOT_BASE_PATH
RUN node tools/setup.mjs --no-checks

FROM node:22-bookworm-slim
WORKDIR /kshot
ENV NODE_ENV=production XDG_CACHE_HOME=/kshot/.cache NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=node:node /kshot /kshot
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
