import iconv from 'iconv-lite';

/** How likely the characters of an encoding are in names, as logarithms. */
export interface ByteEncoding {
  /** As iconv-lite calls it. */
  readonly name: string;
  /** How rarely tools write names in it. */
  readonly prior: number;
  /** Whether its letters stand among ASCII letters (Müller) rather than among themselves. */
  readonly mixed: boolean;
  /** Of one byte that is not ASCII; undefined where it begins a pair. */
  single(byte: number): number | undefined;
  /** Of a pair of bytes. */
  pair(lead: number, trail: number): number;
}

/** What no encoding of names should give. */
const INVALID = -16;

type Bytes = readonly [from: number, to: number];
/** Lead bytes, trail bytes, the share of all characters that lie there, how many there are. */
type Block = readonly [lead: Bytes, trail: Bytes, share: number, size: number];

function doubleByte(
  name: string,
  prior: number,
  common: string,
  blocks: readonly Block[],
  single: (byte: number) => number | undefined = () => undefined,
): ByteEncoding {
  const usualPairs = () => new Set([...common].map((each) => iconv.encode(each, name).readUInt16BE(0)));
  let usual: Set<number> | undefined; // when first asked: iconv-lite fills large tables for it
  const within = (byte: number, [from, to]: Bytes) => byte >= from && byte <= to;
  return {
    name,
    prior,
    mixed: false,
    single,
    pair(lead, trail) {
      usual ??= usualPairs();
      if (usual.has(256 * lead + trail)) return Math.log(0.5 / usual.size);
      const block = blocks.find(([leads, trails]) => within(lead, leads) && within(trail, trails));
      return block ? Math.log(block[2] / block[3]) : INVALID;
    },
  };
}

/** Ranges of bytes with the logarithm of each; all others have the last one. */
function singleByte(
  name: string,
  prior: number,
  mixed: boolean,
  ranges: readonly (readonly [number, number, number])[],
  other: number,
): ByteEncoding {
  const single = (byte: number) => ranges.find(([from, to]) => byte >= from && byte <= to)?.[2] ?? other;
  return { name, prior, mixed, single, pair: () => INVALID };
}

const chinese =
  '的一不人大小上下中天日月年子有个生学地家国水火木金土山石田花草树叶果菜瓜豆米面包肉蛋奶茶酒猫狗兔鸟鱼虫蛇马牛羊猪鸡鸭鹅虎象猴熊鼠红黄蓝绿白黑色男女车船机电手头口目心正常异负好坏类其他图片照文件测试训练数据新建夹';
const traditional =
  '的一不人大小上下中天日月年子有個生學地家國水火木金土山石田花草樹葉果菜瓜豆米麵包肉蛋奶茶酒貓狗兔鳥魚蟲蛇馬牛羊豬雞鴨鵝虎象猴熊鼠紅黃藍綠白黑色男女車船機電手頭口目心正常異負好壞類其他圖片照文件測試訓練數據新建夾';
const japanese =
  'のーンスいルトしかんとイなたにはリラッでレるてがアこきうさをシクコりマれグプサテバネヌキウナ日本人大小中犬猫鳥魚馬牛花木水山';
const korean =
  '이다는에의가을하고지로사리기도대나인시자해부전정일아그수스어보서한은를들것등과원장주비신트장상어제개양강고토끼새말소닭오우물사람나무꽃차비행집류타';

const doubleBytes: readonly ByteEncoding[] = [
  doubleByte('gb18030', 0, chinese, [
    [[0xb0, 0xd7], [0xa1, 0xfe], 0.4, 3755],
    [[0xd8, 0xf7], [0xa1, 0xfe], 0.05, 3008],
    [[0xa1, 0xa9], [0xa1, 0xfe], 0.03, 800],
    [[0x81, 0xfe], [0x40, 0xfe], 0.01, 15_000],
  ]),
  doubleByte(
    'shift_jis',
    -0.7,
    japanese,
    [
      [[0x82, 0x82], [0x9f, 0xf1], 0.12, 83],
      [[0x83, 0x83], [0x40, 0x96], 0.12, 86],
      [[0x88, 0x97], [0x40, 0xfc], 0.2, 2965],
      [[0x81, 0x81], [0x40, 0xfc], 0.01, 188],
      [[0x82, 0x82], [0x4f, 0x9a], 0.005, 62],
      [[0x98, 0x9f], [0x40, 0xfc], 0.01, 1500],
      [[0xe0, 0xea], [0x40, 0xfc], 0.01, 1900],
    ],
    (byte) => (byte >= 0xa1 && byte <= 0xdf ? -8.7 : undefined),
  ),
  doubleByte('big5', -0.7, traditional, [
    [[0xa4, 0xc6], [0x40, 0xfe], 0.4, 5401],
    [[0xa1, 0xa3], [0x40, 0xfe], 0.03, 400],
    [[0xc9, 0xf9], [0x40, 0xfe], 0.02, 7652],
  ]),
  doubleByte('euc-kr', -2, korean, [
    [[0xb0, 0xc8], [0xa1, 0xfe], 0.4, 2350],
    [[0xa1, 0xac], [0xa1, 0xfe], 0.01, 1000],
    [[0xca, 0xfd], [0xa1, 0xfe], 0.005, 4888],
    [[0x81, 0xc6], [0x41, 0xfe], 0.005, 8822],
  ]),
  doubleByte('euc-jp', -4, japanese, [
    [[0xa4, 0xa4], [0xa1, 0xf3], 0.12, 83],
    [[0xa5, 0xa5], [0xa1, 0xf6], 0.12, 86],
    [[0xb0, 0xcf], [0xa1, 0xfe], 0.2, 2965],
    [[0xd0, 0xf4], [0xa1, 0xfe], 0.01, 3390],
    [[0xa1, 0xa3], [0xa1, 0xfe], 0.01, 188],
  ]),
];

/** Encodings of letters that stand for syllables or words, and Thai: consonants; vowels and tones; vowels before consonants. */
export const wideEncodings: readonly ByteEncoding[] = [
  ...doubleBytes,
  singleByte(
    'windows-874',
    -6,
    false,
    [
      [0xa1, 0xce, -4.2],
      [0xd0, 0xda, -4],
      [0xe0, 0xe9, -4.3],
    ],
    -9,
  ),
];

/** Encodings that tools write names in without saying so, the likeliest first; code page 437 is what the ZIP format falls back to. */
export const byteEncodings: readonly ByteEncoding[] = [
  singleByte(
    'cp437',
    0,
    true,
    [
      [0x80, 0x9a, -3.9],
      [0xa0, 0xa5, -3.9],
      [0xe1, 0xe1, -3.9],
      [0x9b, 0xaf, -7],
    ],
    -9,
  ),
  ...doubleBytes,
  singleByte(
    'cp866',
    -1,
    false,
    [
      [0xa0, 0xaf, -3.6],
      [0xe0, 0xef, -3.6],
      [0x80, 0x9f, -5.6],
      [0xf0, 0xf1, -6],
    ],
    -9,
  ),
  singleByte(
    'cp850',
    -1.5,
    true,
    [
      [0x80, 0x9b, -4.1],
      [0xa0, 0xa5, -4.1],
      [0xb5, 0xb7, -4.1],
      [0xc6, 0xc7, -4.1],
      [0xd0, 0xd8, -4.1],
      [0xe1, 0xe1, -4.1],
      [0xe4, 0xe4, -4.1],
      [0xe0, 0xed, -6],
    ],
    -9,
  ),
  singleByte(
    'windows-1251',
    -2,
    false,
    [
      [0xe0, 0xff, -3.6],
      [0xc0, 0xdf, -5.6],
      [0xa8, 0xa8, -6],
      [0xb8, 0xb8, -6],
    ],
    -9,
  ),
  singleByte(
    'windows-1252',
    -2,
    true,
    [
      [0xd7, 0xd7, -9],
      [0xf7, 0xf7, -9],
      [0xc0, 0xff, -4.1],
    ],
    -8,
  ),
];
