import { expect, test } from 'vitest';
import stored from './fixtures/languages.json' with { type: 'json' };
import { languageShares } from './language-shares.js';

const { en, el, he, hi, ...foreign } = stored;

test('forty English messages are English', () => {
  expect(languageShares(en).english).toBeGreaterThan(0.9);
});

test.each(Object.entries(foreign))('forty messages in %s are foreign', (_, texts) => {
  expect(languageShares(texts).foreign).toBeGreaterThan(0.9);
});

test.each(Object.entries({ el, he, hi }))('messages in the script of %s are unread', (_, texts) => {
  expect(languageShares(texts).unread).toBeGreaterThan(0.9);
});

test.each([
  [['Where is my parcel?', 'Wo ist mein Päckchen?'], { english: 0.5, foreign: 0.5, unread: 0 }],
  [['не могу войти'], { english: 0, foreign: 1, unread: 0 }],
  [['我想退款 ab'], { english: 0, foreign: 1, unread: 0 }],
  [['Nestlé', 'mug', 'lamp', 'chair'], { english: 0.75, foreign: 0.25, unread: 0 }],
  [['reset password', '12', '!', ''], { english: 1, foreign: 0, unread: 0 }],
  [['τι ώρα είναι', 'what time is it'], { english: 0.5, foreign: 0, unread: 0.5 }],
])('%j: %j', (texts, shares) => {
  expect(languageShares(texts)).toEqual(shares);
});
