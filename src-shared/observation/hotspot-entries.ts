import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { FuzzSuiteCaseResult } from '../fuzz/result.ts';
import type {
	WordPressHotspotEntry,
	WordPressHotspotIdentifier,
	WordPressHotspotMetric,
	WordPressHotspotObservationInput,
	WordPressHotspotSurface,
} from './hotspots.ts';
import type { PerformanceObservation } from './performance.ts';

export type UnrankedHotspot = Omit< WordPressHotspotEntry, 'rank' | 'relativeScore' >;

/** Score points per unit of a metric; a millisecond is one point. */
const WEIGHTS: Readonly< Record< WordPressHotspotMetric[ 'kind' ], number > > = {
	'duration-ms': 1,
	'query-time-ms': 1,
	'query-count': 10,
	'memory-delta-bytes': 1 / 1024 ** 2,
	'network-failures': 100,
	'diagnostic-count': 1000,
	'browser-metric': 1,
};

/**
 * @param input An observation, alone or with what is known of it.
 */
export function observationHotspot(
	input: PerformanceObservation | WordPressHotspotObservationInput
): UnrankedHotspot {
	const wrapped: WordPressHotspotObservationInput = 'observation' in input ? input : { observation: input };
	const { observation } = wrapped;
	const metrics = [
		metric( 'duration-ms', observation.timing?.durationMs, 'ms' ),
		metric( 'query-count', observation.database?.queryCount ),
		metric( 'query-time-ms', observation.database?.totalTimeMs ?? undefined, 'ms' ),
		metric( 'memory-delta-bytes', observation.memory?.deltaBytes, 'bytes' ),
		metric( 'network-failures', observation.network?.failures ),
		...Object.entries( observation.browser?.metrics ?? {} ).map( ( [ source, value ] ) =>
			metric( 'browser-metric', value, undefined, source )
		),
	].filter( ( item ) => item !== undefined );
	const target = withoutHost( observation.target ?? observation.command ?? 'unknown' );
	const surface = wrapped.identifier?.surface ?? surfaceOf( observation, target );
	return withoutUndefined( {
		score: scoreOf( metrics ),
		identifier: identifier( surface, wrapped.identifier?.id ?? target, wrapped.identifier ),
		metrics,
		artifactRefs: wrapped.artifactRefs,
		metadata: wrapped.metadata,
	} );
}

/**
 * @param fuzzCase What became of a case.
 */
export function caseHotspot( fuzzCase: FuzzSuiteCaseResult ): UnrankedHotspot {
	const problems = fuzzCase.diagnostics.length + ( fuzzCase.success ? 0 : 1 );
	const metrics = [
		metric( 'diagnostic-count', problems ),
		metric( 'duration-ms', fuzzCase.timing?.durationMs, 'ms' ),
	].filter( ( item ) => item !== undefined );
	const id = withoutHost( fuzzCase.target?.entrypoint ?? fuzzCase.target?.id ?? fuzzCase.id );
	const surface: WordPressHotspotSurface =
		fuzzCase.target?.kind === 'rest' ? 'rest' : id.startsWith( '/wp-admin/' ) ? 'admin' : 'page';
	const codes = fuzzCase.diagnostics.map( ( { code, message } ) => code ?? message );
	return withoutUndefined( {
		score: scoreOf( metrics ),
		identifier: identifier( surface, id ),
		metrics,
		artifactRefs: fuzzCase.artifactRefs,
		diagnostics: codes.length > 0 ? codes : undefined,
		metadata: { caseId: fuzzCase.id },
	} );
}

function metric(
	kind: WordPressHotspotMetric[ 'kind' ],
	value: number | undefined,
	unit?: string,
	source?: string
): WordPressHotspotMetric | undefined {
	return value !== undefined && value > 0 ? withoutUndefined( { kind, value, unit, source } ) : undefined;
}

function scoreOf( metrics: readonly WordPressHotspotMetric[] ): number {
	return metrics.reduce( ( sum, { kind, value } ) => sum + value * WEIGHTS[ kind ], 0 );
}

function surfaceOf( observation: PerformanceObservation, target: string ): WordPressHotspotSurface {
	if ( observation.kind === 'rest-request' || observation.command?.includes( 'rest' ) ) {
		return 'rest';
	}
	if ( observation.source === 'browser' || observation.kind === 'browser-page-load' ) {
		return 'browser';
	}
	if ( target.startsWith( '/wp-admin/' ) ) {
		return 'admin';
	}
	return ( observation.database?.queryCount ?? 0 ) > 0 && observation.kind === undefined ? 'db' : 'page';
}

function identifier(
	surface: WordPressHotspotSurface,
	id: string,
	more: Partial< WordPressHotspotIdentifier > = {}
): WordPressHotspotIdentifier {
	const field = { rest: 'route', page: 'page', admin: 'admin', db: 'db', block: 'block', browser: 'page' }[ surface ];
	return withoutUndefined( { [ field ]: id, ...more, surface, id: withoutHost( id ) } );
}

function withoutHost( target: string ): string {
	return target.replace( /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '' ) || '/';
}
