/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  (await import('./server/allow-long-uploads')).allowLongUploads();
  (await import('./server/refuse-unreadable')).refuseUnreadable();
}
