import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Environment } from '@kshot/domain';
import type { Backend } from '@kshot/native';

/** Where an attempt ran. */
export const environmentOf = (backend: Backend): Environment => ({
  backend: `${backend.name} ${backend.version}`,
  native: backend.native,
  threads: backend.threads.intra * backend.threads.inter,
  node: process.version,
  cpu: `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`,
  platform: `${process.platform}-${process.arch}`,
  memoryBytes: totalmem(),
});
