import type { Attributes, Tracer } from '@opentelemetry/api';
import { log } from './log.js';

type Api = typeof import('@opentelemetry/api');

let tracing: { readonly tracer: Tracer; readonly api: Api } | undefined;

/** Adds to what is said of a span. */
type Note = (attributes: Attributes) => void;

/**
 * Runs something as a span, beneath the one that it is called in, or that the headers of a request name. Names and attributes are
 * kinds, ids and codes, never what a user typed. Without `startTracing` it is only run.
 */
export async function traced<T>(
  name: string,
  attributes: Attributes,
  run: (note: Note) => Promise<T>,
  headers?: Readonly<Record<string, unknown>>,
): Promise<T> {
  if (!tracing) return run(() => undefined);
  const { tracer, api } = tracing;
  const here = api.context.active();
  const parent = headers ? api.propagation.extract(here, headers) : here;
  return tracer.startActiveSpan(name, { attributes }, parent, async (span) => {
    try {
      return await run((more) => void span.setAttributes(more));
    } catch (error) {
      span.setStatus({ code: api.SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Sends spans to `endpoint`; without one nothing of OpenTelemetry is loaded. Gives what sends the last ones. */
export async function startTracing(
  service: string,
  endpoint: string | undefined,
): Promise<() => Promise<void>> {
  const loaded = endpoint ? await loadPackages() : undefined;
  if (!loaded) return async () => undefined;
  const [api, { AsyncLocalStorageContextManager }, { W3CTraceContextPropagator }, sdk, resources, exporter] =
    loaded;
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  api.propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const named = resources.resourceFromAttributes({
    'service.name': process.env.OTEL_SERVICE_NAME ?? service,
  });
  const provider = new sdk.TracerProvider({
    resource: resources.defaultResource().merge(named),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new exporter.OTLPTraceExporter() })], // reads OTEL_EXPORTER_OTLP_…
  });
  tracing = { tracer: provider.getTracer('kshot'), api };
  return async () => {
    tracing = undefined;
    await provider.shutdown().catch((err: unknown) => log.warn({ err }, 'The last spans are not sent.'));
  };
}

/** They are optional: whoever leaves them out starts without. */
const loadPackages = () =>
  Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]).catch(() => {
    log.warn(
      'The packages of OpenTelemetry are missing. Run npm install, or leave out OTEL_EXPORTER_OTLP_ENDPOINT.',
    );
    return undefined;
  });
