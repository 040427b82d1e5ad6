import type { NamedAttrMap } from '@tensorflow/tfjs-core';

/** What a kernel was called with, which the kernel's name alone says the type of. */
export const attrsOf = <T>(attrs: NamedAttrMap | undefined): T => attrs as unknown as T;
