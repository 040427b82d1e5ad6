import type { RequestHandler } from 'express';

/** Milliseconds for a whole body that is not a file. */
const BODY = 60_000;
/** Milliseconds without a byte of a file; an upload itself may take hours. */
const SILENCE = 60_000;

/** Ends requests whose bodies do not come, instead of Node's limit on the whole request, which also ends honest uploads. */
export const cutOffSlowBodies: RequestHandler = (request, response, next) => {
  const file = request.path.startsWith('/uploads/');
  let timer = setTimeout(() => request.destroy(), file ? SILENCE : BODY);
  const settle = (): void => clearTimeout(timer);
  if (file)
    request.on('data', () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.destroy(), SILENCE);
    });
  if (file) request.pause(); // until its reader comes
  request.once('end', settle).once('close', settle);
  response.once('finish', settle);
  next();
};
