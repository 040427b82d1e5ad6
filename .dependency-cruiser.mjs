/** Import direction: apps → store, ingest, native → domain, fewshot. @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'api-folders-form-no-circles',
      comment:
        'A relation field is a resolver file in the folder that knows both sides; types count, too. Files of src itself know all folders.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^apps/api/src/' },
      to: { circular: true },
    },
    {
      name: 'api-files-form-no-circles',
      comment: 'Stricter than no-cycles: types count, too.',
      severity: 'error',
      from: { path: '^apps/api/src/' },
      to: { circular: true },
    },
    {
      name: 'fewshot-knows-only-tfjs-core-and-distributions',
      comment: 'The maths runs anywhere: no Node, database, GraphQL or other library of ours.',
      severity: 'error',
      from: { path: '^libs/fewshot/src', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^libs/fewshot/src',
          'node_modules/@tensorflow/tfjs-core',
          'node_modules/@stdlib/stats-base-dists',
        ],
      },
    },
    {
      name: 'domain-knows-only-fewshot',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: '\\.test\\.ts$' },
      to: { path: ['^apps', '^libs/(?!domain|fewshot)'] },
    },
    {
      name: 'libs-know-no-apps',
      severity: 'error',
      from: { path: '^libs' },
      to: { path: '^apps' },
    },
    {
      name: 'store-ingest-native-are-apart',
      severity: 'error',
      from: { path: '^libs/(store|ingest|native)/src' },
      to: { path: '^libs/(store|ingest|native)/src', pathNot: '^libs/$1/src' },
    },
    {
      name: 'apps-are-apart',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'dashboard-imports-what-browsers-need',
      comment: 'All else it gets from the API.',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: { path: '^(libs/(?!device/)|tools/)', pathNot: '^libs/domain/src/browser\\.ts$' },
    },
    {
      name: 'links-fetch-when-pointed-at',
      comment: 'next/link fetches the page of every link in sight.',
      severity: 'error',
      from: { path: '^apps/dashboard/', pathNot: '/ui/link\\.tsx$' },
      to: { path: 'node_modules/next/link' },
    },
    {
      name: 'device-knows-domain-and-fewshot',
      comment: 'It runs in browsers.',
      severity: 'error',
      from: { path: '^libs/device/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/(device|fewshot)/|^libs/domain/src/browser\\.ts$' },
    },
    {
      name: 'libs-are-entered-by-their-index',
      comment: 'What a library does not export is its own: the client of Prisma in libs/store, for one.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '/index\\.ts$|^libs/domain/src/browser\\.ts$' },
    },
    {
      name: 'database-only-in-store',
      comment: 'Prisma and SQL live in libs/store.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/store/', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(pg|@prisma)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '\\.next', 'generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
    },
  },
};
