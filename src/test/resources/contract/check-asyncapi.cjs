// node check-asyncapi.cjs asyncapi.yaml, in a folder in which @asyncapi/parser is installed.
const { createRequire } = require('node:module');
const { Parser, fromFile } = createRequire(`${process.cwd()}/`)('@asyncapi/parser');

fromFile(new Parser(), process.argv[2])
  .parse()
  .then(({ document, diagnostics }) => {
    diagnostics.forEach((found) => console.log(['error', 'warning', 'info', 'hint'][found.severity], found.message));
    console.log(document ? `accepted: ${document.messages().length} messages` : 'refused');
    process.exitCode = document ? 0 : 1;
  });
