import type { DeviceModel } from '@kshot/device';
import { useCallback, useRef, useState } from 'react';
import { askShared, type Outcome, type SharedAnswer, type SharedInput } from './ask-shared';

/** Seconds after which an answer of this device is slow. */
const SLOW = 3;

export type Asked =
  | { state: 'NOTHING' }
  /** `share` of the work of this device that is done; null where the server answers. */
  | { state: 'WAITING'; share: number | null; seconds: number }
  | { state: 'ANSWERED'; outcome: Outcome<SharedAnswer>; seconds: number }
  /** This device gave no answer; nobody else was asked. */
  | { state: 'NOT_HERE'; photo: File; why: string };

/** Answers to one question at a time. A photo goes to the server only where this device has no model, or where that was chosen. */
export function useSharedAnswers(name: string, model: DeviceModel | null) {
  const [asked, setAsked] = useState<Asked>({ state: 'NOTHING' });
  const [isSlow, setIsSlow] = useState(false);
  const [leavesDevice, setLeavesDevice] = useState(false);
  const number = useRef(0);
  const last = useRef<SharedInput | null>(null);
  const askServer = useCallback(
    async (input: SharedInput) => {
      const own = ++number.current;
      setAsked({ state: 'WAITING', share: null, seconds: 0 });
      const outcome = await askShared(name, input);
      // An answer to an earlier question never stands beside a newer one.
      if (own === number.current) setAsked({ state: 'ANSWERED', outcome, seconds: 0 });
    },
    [name],
  );
  const askDevice = useCallback(async (device: DeviceModel, photo: File) => {
    const own = ++number.current;
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    const report = (share: number): void => {
      if (own !== number.current) throw new Error('Something else was asked.');
      setAsked({ state: 'WAITING', share, seconds: seconds() });
      setIsSlow((before) => before || seconds() > SLOW);
    };
    setAsked({ state: 'WAITING', share: 0, seconds: 0 });
    try {
      const value = await device.answer(photo, report);
      if (own !== number.current) return;
      setAsked({ state: 'ANSWERED', outcome: { value, problem: null }, seconds: seconds() });
      setIsSlow(seconds() > SLOW);
    } catch (error) {
      if (own !== number.current) return;
      const why = error instanceof RangeError ? error.message : 'This device could not compute an answer.';
      setAsked({ state: 'NOT_HERE', photo, why });
    }
  }, []);
  const device = leavesDevice ? null : model;
  const ask = useCallback(
    (input: SharedInput | null): void => {
      last.current = input;
      if (input === null) {
        number.current++;
        setAsked({ state: 'NOTHING' });
      } else if (device && input instanceof File) void askDevice(device, input);
      else void askServer(input);
    },
    [device, askDevice, askServer],
  );
  const askServerFromNowOn = () => {
    setLeavesDevice(true);
    // What is still computed here is asked there; an answer that is there stays.
    if (asked.state === 'WAITING' && last.current) void askServer(last.current);
  };
  return { asked, ask, askServer, askServerFromNowOn, device, isSlow: isSlow && device !== null };
}
