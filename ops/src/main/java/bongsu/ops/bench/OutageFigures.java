package bongsu.ops.bench;

import bongsu.ops.bench.IngestFigures.Times;
import java.util.Map;

/**
 * What an outage of the store came to.
 *
 * @param journaled readings acknowledged while it was away
 * @param storeStartedAfterS from letting it start again until it answered
 * @param drainedAfterS from its answer until no node had anything in its journal
 * @param drainedPerS readings and calls that came into the store in that time, new ones included
 * @param drainCpuCores used on average in that time, by kind of process
 * @param callAckMs of calls sent while it was away
 * @param callsRefused of them
 * @param readingAckMs of readings sent while it was away
 * @param readingsUnacknowledged refused, or without an answer, in the whole run
 * @param lost acknowledged and not in the store
 */
record OutageFigures(
    int cores,
    int nodes,
    int ratePerS,
    double awayS,
    long journaled,
    double storeStartedAfterS,
    double drainedAfterS,
    double drainedPerS,
    Map<String, Double> drainCpuCores,
    Times callAckMs,
    long callsRefused,
    Times readingAckMs,
    long readingsUnacknowledged,
    long lost) {}
