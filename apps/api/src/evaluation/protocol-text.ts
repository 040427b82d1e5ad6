import type { ProtocolSettings } from '@kshot/domain';

/** A protocol as a person would say it. */
export function protocolText(protocol: ProtocolSettings): string {
  const within =
    'part' in protocol && protocol.part && protocol.kind !== 'SPLIT' ? ` of the ${protocol.part} part` : '';
  switch (protocol.kind) {
    case 'SPLIT':
      return `${protocol.part} part of the split ${protocol.split}`;
    case 'CROSS_VALIDATION': {
      const { folds, repeats, grouping } = protocol;
      const often = repeats > 1 ? `, ${repeats} times` : '';
      return `${folds}-fold ${grouping ? 'grouped ' : ''}cross-validation${within}${often}`;
    }
    case 'LEAVE_ONE_OUT':
      return `leave-one-out${within}`;
    case 'SHOT_CURVE':
      return `${protocol.shots.join(', ')} shots, ${protocol.draws} draws each${within}`;
    case 'EPISODES': {
      const { ways, shots, queries, count, classes, stopEarly } = protocol;
      const from = classes ? ` of ${classes.length} classes` : '';
      return `${stopEarly ? 'up to ' : ''}${count} episodes, ${ways}-way ${shots}-shot, ${queries} queries${from}`;
    }
  }
}
