import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeEntryNames } from './entry-names.js';

test.each([
  ['gb18030', ['猫/1.png', '狗/1.png', '兔子/1.png']],
  ['gb18030', ['猫/1.png', '狗/1.png']],
  ['gb18030', ['兔子/a.jpg']],
  ['gb18030', ['裂纹/1.bmp', '划痕/1.bmp', '正常/1.bmp']],
  ['gb18030', ['新建文件夹/玫瑰/IMG_1.jpg', '新建文件夹/郁金香/IMG_2.jpg']],
  ['gb18030', ['苹果/1.png', '香蕉/1.png', '橙子/1.png', '葡萄/1.png']],
  ['big5', ['貓/1.png', '狗/1.png', '兔子/1.png']],
  ['big5', ['蘋果/1.png', '香蕉/1.png']],
  ['shift_jis', ['犬/1.png', '猫/1.png', 'うさぎ/1.png']],
  ['shift_jis', ['ネコ/1.png', 'イヌ/1.png']],
  ['shift_jis', ['りんご/写真1.png', 'バナナ/写真2.png']],
  ['euc-kr', ['고양이/1.png', '개/1.png']],
  ['euc-kr', ['사과/1.png', '바나나/1.png', '포도/1.png']],
  ['cp437', ['Café/1.png', 'Müller/2.png']],
  ['cp437', ['Übung/1.png', 'Öl/2.png']],
  ['cp437', ['Möhre/1.png', 'Grün/1.png', 'Weiß/1.png']],
  ['cp437', ['niño/1.png', 'niña/2.png', 'año/3.png']],
  ['cp437', ['Forêt/1.png', 'Déchets ménagers/2.png']],
  ['cp437', ['Möhre/1.png']],
  ['cp437', ['Bäume/1.png', 'Häuser/1.png']],
  ['cp850', ['Ação/1.png', 'São Paulo/2.png']],
  ['windows-1252', ['Café/1.png', 'Müller/2.png']],
  ['cp866', ['кошка/1.png', 'собака/2.png']],
  ['windows-1251', ['Кошки/1.png', 'Собаки/2.png']],
])('short names in %s are read as they were written: %j', (encoding, names) => {
  const found = decodeEntryNames(names.map((name) => ({ raw: iconv.encode(name, encoding), utf8: false })));
  expect(found).toEqual(names);
});

test('names in UTF-8 without its flag stay so, also beside names in another encoding', () => {
  const raws = [Buffer.from('猫/1.png'), iconv.encode('狗/2.png', 'gb18030')];
  expect(decodeEntryNames(raws.map((raw) => ({ raw, utf8: false })))).toEqual(['猫/1.png', '狗/2.png']);
});
