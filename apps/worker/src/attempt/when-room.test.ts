import { expect, test } from 'vitest';
import { ifRoom, whenRoom } from './when-room.js';

const full = () => Object.assign(new Error('write'), { code: 'ENOSPC' });
const quick = { pause: 1 };

test('a result is written once there is room', async () => {
  let tries = 0;
  const write = async () => {
    if (++tries < 3) throw full();
    return 'hash';
  };
  expect(await whenRoom(write, () => false, quick)).toBe('hash');
});

test('a run that is stopped while the disk is full does not wait', async () => {
  expect(
    await whenRoom(
      async () => {
        throw full();
      },
      () => true,
      quick,
    ),
  ).toBeNull();
});

test('what waited in vain ends with the error', async () => {
  const write = async () => {
    throw full();
  };
  await expect(whenRoom(write, () => false, { ...quick, patience: 0 })).rejects.toThrow('write');
});

test('a checkpoint is left out where there is no room', async () => {
  const write = async () => {
    throw full();
  };
  expect(await ifRoom(write)).toBeNull();
});

test('another error is not passed over', async () => {
  const write = async () => {
    throw new Error('broken');
  };
  await expect(ifRoom(write)).rejects.toThrow('broken');
});
