import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['target/', 'node_modules/'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-implicit-coercion': 'error',
      'max-lines': ['error', 300],
      // Everything that arrives from outside is text: no way to turn it into markup.
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'use textContent' },
        { property: 'outerHTML', message: 'use textContent' },
        { property: 'insertAdjacentHTML', message: 'use append' },
      ],
    },
  },
  {
    files: ['{dom,feed,map,page,panel,state,words}/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  { files: ['words/{ko,en}.js', 'test/dev/demo-*.js'], rules: { 'max-lines': 'off' } },
  { files: ['test/**/*.js', '*.config.js'], languageOptions: { globals: globals.node } },
  {
    files: ['test/dev/*.js', 'test/page/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['state/**/*.js', 'map/{grid-index,unit-tracks}.js'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'fetch', 'WebSocket', 'performance'],
      'no-restricted-syntax': [
        'error',
        "MemberExpression[object.name='Date'][property.name='now']",
        "NewExpression[callee.name='Date'][arguments.length=0]",
      ],
    },
  },
];
