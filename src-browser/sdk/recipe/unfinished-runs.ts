import { browserArtifactPersistenceProjection } from '../../../src-shared/browser/artifact-persistence.ts';
import type { MaterializationArtifactRef } from '../../../src-shared/observation/run-results.ts';
import type { Transport } from '../http/transport.ts';
import { browserMetrics } from './metrics.ts';
import { jsonFile, METRICS_PATH, persistFiles } from './persist.ts';
import { allRuns, forgetRun, holdRun, type RunNotes } from './run-record.ts';

/** A run of a page that is gone, whose files are stored now. */
export interface RecoveredRun {
	readonly session_id: unknown;
	/** When the run began, as ISO 8601. */
	readonly started_at: string;
	readonly artifact_id: string;
	readonly artifactRefs: readonly MaterializationArtifactRef[];
}

/** Notes that nobody could store for so long are given up. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1_000;

/**
 * Stores the files of runs that ended before they could do so: their tab was closed, or the site was out of reach.
 * A run whose page lives is left alone; two pages never store the same one.
 *
 * @param transport Way to the site, with the rights of the page's user.
 * @param signal    Ends it; what is not stored by then stays.
 * @return What was stored. What could not be stored stays for the next time, for a week.
 */
export async function storeUnfinishedRuns( transport: Transport, signal: AbortSignal ): Promise< RecoveredRun[] > {
	const recovered: RecoveredRun[] = [];
	if ( ! transport.hasUser || ! ( 'locks' in navigator ) || ! ( 'indexedDB' in window ) ) {
		return recovered;
	}
	const runs = await allRuns().catch( () => [] );
	for ( const run of runs.filter( ( { site } ) => site === transport.root ) ) {
		const release = await holdRun( run.id ).catch( () => null );
		if ( release === null ) {
			continue;
		}
		try {
			// Another page may have stored it since.
			const isLeft = ( await allRuns() ).some( ( { id } ) => id === run.id );
			if ( isLeft && Date.now() - run.started < KEEP_MS ) {
				recovered.push( await store( transport, run, signal ) );
			}
			await forgetRun( run.id );
		} catch {
			// The notes stay; the page that asks next tries again.
		} finally {
			release();
		}
	}
	return recovered;
}

async function store(
	transport: Transport,
	{ request, started, steps, files }: RunNotes,
	signal: AbortSignal
): Promise< RecoveredRun > {
	const duration = steps.reduce( ( sum, step ) => sum + step.duration_ms, 0 );
	const metrics = await jsonFile( METRICS_PATH, 'browser-metrics', browserMetrics( steps, duration ) );
	const answer = await persistFiles(
		transport,
		{
			...request,
			provenance: { source: 'browser-preview', steps: steps.length, success: false, interrupted: true },
		},
		[ ...files, metrics ],
		{ signal }
	);
	return {
		session_id: request.session_id,
		started_at: new Date( started ).toISOString(),
		artifact_id: answer.artifact_id,
		artifactRefs: browserArtifactPersistenceProjection( answer ).artifactRefs,
	};
}
