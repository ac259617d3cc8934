import { schemaId } from '../contracts/schema-id.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { FuzzSuiteResultEnvelope } from '../fuzz/result-envelope.ts';
import { caseHotspot, observationHotspot, type UnrankedHotspot } from './hotspot-entries.ts';
import type { PerformanceObservation } from './performance.ts';

export const WORDPRESS_HOTSPOTS_SCHEMA = schemaId( 'wordpress-hotspots' );

export type WordPressHotspotSurface = 'rest' | 'page' | 'admin' | 'browser' | 'db' | 'block';
export type WordPressHotspotMetricKind =
	| 'duration-ms'
	| 'query-count'
	| 'query-time-ms'
	| 'memory-delta-bytes'
	| 'network-failures'
	| 'browser-metric'
	| 'diagnostic-count';

export interface WordPressHotspotIdentifier {
	surface: WordPressHotspotSurface;
	/** Scheme and host are left out, so runs on different hosts compare. */
	id: string;
	route?: string;
	page?: string;
	block?: string;
	admin?: string;
	db?: string;
}

export interface WordPressHotspotMetric {
	kind: WordPressHotspotMetricKind;
	value: number;
	unit?: string;
	source?: string;
}

export interface WordPressHotspotArtifactRef {
	path: string;
	kind?: string;
	contentType?: string;
	sha256?: string;
	bytes?: number;
	name?: string;
	metadata?: Record< string, unknown >;
}

export interface WordPressHotspotEntry {
	rank: number;
	score: number;
	/** Share of the highest score, 0 to 1. */
	relativeScore: number;
	identifier: WordPressHotspotIdentifier;
	metrics: WordPressHotspotMetric[];
	artifactRefs?: WordPressHotspotArtifactRef[];
	diagnostics?: string[];
	metadata?: Record< string, unknown >;
}

export interface WordPressHotspotObservationInput {
	observation: PerformanceObservation;
	identifier?: Partial< WordPressHotspotIdentifier >;
	artifactRefs?: WordPressHotspotArtifactRef[];
	metadata?: Record< string, unknown >;
}

export interface WordPressHotspotsInput {
	readonly observations?: readonly ( PerformanceObservation | WordPressHotspotObservationInput )[];
	readonly fuzzResult?: FuzzSuiteResultEnvelope;
	readonly generatedAt?: string;
	readonly source?: string;
	readonly artifactRefs?: readonly WordPressHotspotArtifactRef[];
	readonly metadata?: Record< string, unknown >;
}

export interface WordPressHotspotsArtifact {
	schema: typeof WORDPRESS_HOTSPOTS_SCHEMA;
	generatedAt?: string;
	source?: string;
	hotspots: WordPressHotspotEntry[];
	summary: { total: number; surfaces: Record< string, number >; maxScore: number };
	artifactRefs?: WordPressHotspotArtifactRef[];
	metadata?: Record< string, unknown >;
}

/**
 * Where a run spent its time and found its failures, ranked.
 *
 * Entries of the same identifier are one entry with the sum of their scores; skipped cases are no hotspots.
 *
 * @param input Observations and a fuzz result.
 */
export function wordpressHotspotsArtifact( input: WordPressHotspotsInput = {} ): WordPressHotspotsArtifact {
	const entries = merged( [
		...( input.observations ?? [] ).map( observationHotspot ),
		...( input.fuzzResult?.cases ?? [] ).filter( ( { status } ) => status !== 'skipped' ).map( caseHotspot ),
	] ).sort( ( a, b ) => b.score - a.score || ( a.identifier.id < b.identifier.id ? -1 : 1 ) );
	const maxScore = entries[ 0 ]?.score ?? 0;
	const surfaces: Record< string, number > = {};
	for ( const { identifier } of entries ) {
		surfaces[ identifier.surface ] = ( surfaces[ identifier.surface ] ?? 0 ) + 1;
	}
	return withoutUndefined( {
		schema: WORDPRESS_HOTSPOTS_SCHEMA,
		generatedAt: input.generatedAt,
		source: input.source,
		hotspots: entries.map( ( entry, index ) => ( {
			rank: index + 1,
			...entry,
			relativeScore: maxScore > 0 ? Number( ( entry.score / maxScore ).toFixed( 6 ) ) : 0,
		} ) ),
		summary: { total: entries.length, surfaces, maxScore },
		artifactRefs: input.artifactRefs && [ ...input.artifactRefs ],
		metadata: input.metadata,
	} );
}

function merged( entries: readonly UnrankedHotspot[] ): UnrankedHotspot[] {
	const byIdentifier = new Map< string, UnrankedHotspot >();
	for ( const entry of entries.filter( ( { score } ) => score > 0 ) ) {
		const key = `${ entry.identifier.surface } ${ entry.identifier.id }`;
		const known = byIdentifier.get( key );
		byIdentifier.set(
			key,
			known === undefined
				? entry
				: withoutUndefined( {
						...known,
						score: known.score + entry.score,
						metrics: [ ...known.metrics, ...entry.metrics ],
						artifactRefs: joined( known.artifactRefs, entry.artifactRefs ),
						diagnostics: joined( known.diagnostics, entry.diagnostics ),
					} )
		);
	}
	return [ ...byIdentifier.values() ];
}

function joined< Item >( a: readonly Item[] | undefined, b: readonly Item[] | undefined ): Item[] | undefined {
	return a || b ? [ ...( a ?? [] ), ...( b ?? [] ) ] : undefined;
}
