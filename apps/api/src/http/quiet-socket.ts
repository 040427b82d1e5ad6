import WebSocket from 'ws';

/** A socket that breaks, or sends what no socket may, is closed; that is no error of ours, and not for the log. */
export class QuietSocket extends WebSocket {
  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event !== 'error') return super.emit(event, ...values);
    this.terminate();
    return true;
  }
}
