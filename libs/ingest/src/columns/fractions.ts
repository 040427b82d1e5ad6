/** Signs of fractions, such as ½, with the number that is written before them. */
const fraction = /^([+-]?\d*)\s*([¼-¾⅐-⅞])/;
const power = /\s*[×x·*]\s*10(?:\s*\^\s*([+-]?\d{1,3})|([⁺⁻]?[⁰¹²³⁴-⁹]{1,3}))(?!\d)/i;

/** Fractions and powers of ten as decimals: 3½ as 3.5, 2.1 × 10^4 as 2.1e4. */
export function asDecimal(cell: string, decimal: '.' | ','): string {
  if (!/[¼-¾⅐-⅞]|10\s*[\^⁺⁻⁰¹²³⁴-⁹]/.test(cell)) return cell;
  return cell
    .replace(fraction, (_, whole: string, sign: string) => {
      const [over, under] = sign.normalize('NFKC').split('\u2044').map(Number) as [number, number];
      const size = Math.abs(Number(whole) || 0) + over / under;
      return `${whole.startsWith('-') ? '-' : ''}${String(size).replace('.', decimal)}`;
    })
    .replace(power, (_, plain?: string, raised?: string) => `e${plain ?? fromRaised(raised as string)}`);
}

const fromRaised = (raised: string): string => raised.normalize('NFKC').replace('\u2212', '-');
