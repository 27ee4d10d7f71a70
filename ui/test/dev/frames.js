import { launch, openConsole } from './browser.js';
import { DevServer } from './dev-server.js';

/**
 * Measures the main thread while units drive: time in each animation frame's callbacks and in each
 * message, long tasks, and how often a frame came. `npm run frames -- 5000`.
 */
const units = Number(process.argv[2] ?? 5000);
const zooms = Number(process.argv[3] ?? 0);
const SECONDS = 15;
const server = new DevServer({ units });
const address = await server.start();
const browser = await launch();
const page = await openConsole(browser, address);
await page.waitForSelector('.row');
for (let i = 0; i < zooms; i++) {
  await page.click('.leaflet-control-zoom-in');
  await page.waitForTimeout(400);
}
await page.waitForTimeout(3000);

const tracing = await page.context().newCDPSession(page);
/** @type {any[]} */
const events = [];
tracing.on('Tracing.dataCollected', ({ value }) => events.push(...value));
await tracing.send('Tracing.start', {
  transferMode: 'ReportEvents',
  traceConfig: {
    includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  },
});
await page.waitForTimeout(SECONDS * 1000);
const complete = new Promise((done) => tracing.once('Tracing.tracingComplete', done));
await tracing.send('Tracing.end');
await complete;
await browser.close();
await server.stop();

/**
 * Processor time of the thread, which a busy machine does not lengthen, and time on the wall.
 *
 * @param {string} name
 * @param {any[]} tasks
 */
function report(name, tasks) {
  line(
    `${name}, processor`,
    tasks.map((task) => (task.tdur ?? NaN) / 1000),
  );
  line(
    `${name}, wall`,
    tasks.map((task) => task.dur / 1000),
  );
}

/**
 * @param {string} name
 * @param {number[]} durations ms
 */
function line(name, durations) {
  const sorted = durations.sort((a, b) => a - b);
  const at = (/** @type {number} */ p) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0).toFixed(2);
  console.log(`${name}: n=${sorted.length} p50=${at(0.5)} p99=${at(0.99)} max=${at(1)} ms`);
}

/** @param {string} name */
const named = (name) => events.filter((e) => e.name === name && e.dur !== undefined);
console.log(`${units} units at 1 Hz, ${SECONDS} s, zoomed in ${zooms}`);
report('animation frame callback', named('FireAnimationFrame'));
report('every main-thread task over 1 ms', mainThreadTasks());
report('script calls (FunctionCall)', named('FunctionCall'));

/** Tasks of the thread that runs the page's script. */
function mainThreadTasks() {
  const script = events.find((e) => e.name === 'FireAnimationFrame');
  const tasks = events.filter(
    (e) => e.name === 'RunTask' && e.pid === script?.pid && e.tid === script?.tid,
  );
  return tasks.filter((e) => e.dur > 1000);
}
