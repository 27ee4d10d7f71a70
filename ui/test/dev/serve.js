import { DevServer } from './dev-server.js';

const port = Number(process.argv[2] ?? 18100);
const server = new DevServer({ units: Number(process.argv[3] ?? 2000) });
console.log(`${await server.start(port)}/console  (password: right)`);
