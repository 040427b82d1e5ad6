import type { ProtocolSettings } from '@kshot/domain';

/** What to know of a head that looks at all queries together, where it gets few of them to look at. */
export function transductiveWarnings(protocol: ProtocolSettings): string[] {
  if (protocol.kind === 'LEAVE_ONE_OUT')
    return [
      'Each example is asked about alone, so there is nothing to look at together: BD-CSPN, LaplacianShot and PT-MAP then only guess. Score it by cross-validation, or by episodes with several queries a class.',
    ];
  if (protocol.kind === 'EPISODES' && protocol.queries === 1)
    return [
      'With one query a class there is little to look at together, and every class is asked for exactly once, which such heads make use of: the figures may be far from those in use, in either direction. Ask for at least 5 queries a class.',
    ];
  return [];
}
