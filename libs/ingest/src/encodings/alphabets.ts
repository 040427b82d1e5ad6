/** Letters beyond ASCII of languages with the encodings that they are written in; each list with the most usual first. */
export const alphabets: readonly Alphabet[] = [
  {
    // German; French; Spanish; Portuguese; Italian; Nordic and Dutch
    languages: ['äöüß', 'àâæçèéêëîïôœùûüÿ', 'áéíñóúü', 'àáâãçéêíóôõúü', 'àèéìòù', 'åäöæøéëïü'],
    encodings: ['windows-1252', 'macintosh', 'cp850'],
  },
  { languages: ['çğıöşüâîûİ'], encodings: ['windows-1254', 'macturkish', 'cp857'] },
  {
    // Polish; Czech and Slovak; Hungarian; Romanian; Croatian and Slovenian
    languages: ['ąćęłńóśźż', 'áäčďéěíĺľňóôŕřšťúůýž', 'áéíóöőúüű', 'ăâîşţșț', 'čćđšž'],
    encodings: ['windows-1250', 'iso-8859-2', 'cp852', 'maccenteuro'],
  },
  // Lithuanian; Latvian; Estonian
  { languages: ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöšüž'], encodings: ['windows-1257', 'cp775'] },
  // Icelandic
  { languages: ['áðéíóúýþæö'], encodings: ['windows-1252'] },
  { languages: ['אבגדהוזחטיךכלםמןנסעףפץצקרשת'], encodings: ['windows-1255'], other: true },
  {
    // Russian and Bulgarian; Ukrainian; Belarusian; Serbian and Macedonian
    languages: [
      'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
      'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
      'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
      'абвгдѓђежзѕијклљмнњопрстћќуфхцчџш',
    ],
    encodings: ['windows-1251', 'koi8-u', 'cp866', 'maccyrillic'],
    other: true,
  },
  { languages: ['άέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ'], encodings: ['windows-1253'], other: true },
  { languages: ['ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟'], encodings: ['windows-1256'], other: true },
];

interface Alphabet {
  readonly languages: readonly string[];
  readonly encodings: readonly string[];
  /** Set of scripts other than Latin. */
  readonly other?: boolean;
}

/** Letters that stand at the end of words alone: of Hebrew and Greek. */
export const lastLetters: ReadonlySet<string> = new Set('ךםןףץς');
