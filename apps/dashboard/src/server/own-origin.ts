type Asked = Pick<Request, 'headers'>;

/** Whether the browser came by HTTPS, as a proxy says. */
export const isSecure = ({ headers }: Asked): boolean => headers.get('x-forwarded-proto') === 'https';

/** Where the browser is: this server only knows the name that it was asked by. */
export const ownOrigin = (request: Asked): string =>
  `${isSecure(request) ? 'https' : 'http'}://${request.headers.get('host')}`;
