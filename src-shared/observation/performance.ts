import { schemaId } from '../contracts/schema-id.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';

export const PERFORMANCE_OBSERVATION_SCHEMA = schemaId( 'performance-observation' );

export type PerformanceObservationStatus = 'captured' | 'uncaptured' | 'unavailable' | 'partial' | 'unsupported';
export type PerformanceObservationCaptureStatus = 'captured' | 'unavailable' | 'partial' | 'uncaptured';

interface Section {
	status?: PerformanceObservationStatus;
	reason?: string;
}

export interface PerformanceObservationTiming extends Section {
	/** ISO 8601. */
	startedAt?: string;
	finishedAt?: string;
	durationMs?: number;
}

export interface PerformanceObservationMemory extends Section {
	startBytes?: number;
	endBytes?: number;
	deltaBytes?: number;
	peakBytes?: number;
}

export interface PerformanceObservationQueryFingerprint {
	/** SQL with every literal replaced by `?`. */
	fingerprint: string;
	count: number;
	totalTimeMs?: number;
	sampleMs?: number;
	caller?: string;
}

export interface PerformanceObservationRepeatedQuerySummary {
	fingerprint: string;
	count: number;
	totalTimeMs?: number;
	caller?: string;
}

export interface PerformanceObservationDatabase extends Section {
	queryCount?: number;
	totalTimeMs?: number | null;
	timingStatus?: PerformanceObservationStatus;
	timingReason?: string;
	fingerprints?: PerformanceObservationQueryFingerprint[];
	repeatedQueries?: PerformanceObservationRepeatedQuerySummary[];
}

export interface PerformanceObservationHookTiming {
	hook: string;
	count?: number;
	totalTimeMs?: number;
	maxTimeMs?: number;
}

export interface PerformanceObservationHooks extends Section {
	timings: PerformanceObservationHookTiming[];
}

export interface PerformanceObservationNetwork extends Section {
	requests?: number;
	responses?: number;
	failures?: number;
	transferSizeBytes?: number;
}

export interface PerformanceObservationBrowser extends Section {
	metrics?: Record< string, number >;
	admin?: Record< string, unknown >;
}

export interface PerformanceObservationArtifactRef {
	kind?: string;
	id?: string;
	path?: string;
	digest?: unknown;
}

export interface PerformanceObservationCaptureRequest {
	queries?: boolean;
}

export interface PerformanceObservationCaptureReport {
	requested: PerformanceObservationCaptureRequest;
	queries: { requested: boolean; status: PerformanceObservationCaptureStatus; reason?: string };
}

export interface PerformanceObservation {
	schema: typeof PERFORMANCE_OBSERVATION_SCHEMA;
	command?: string;
	target?: string;
	source?: 'in-process' | 'server-http' | 'browser';
	kind?: 'simulated-page-load' | 'server-page-load' | 'browser-page-load' | 'rest-request';
	timing?: PerformanceObservationTiming;
	memory?: PerformanceObservationMemory;
	database?: PerformanceObservationDatabase;
	hooks?: PerformanceObservationHooks;
	network?: PerformanceObservationNetwork;
	browser?: PerformanceObservationBrowser;
	artifactRefs?: PerformanceObservationArtifactRef[];
	capture?: PerformanceObservationCaptureReport;
	metadata?: Record< string, unknown >;
}

/**
 * A `wp-codebox/performance-observation/v1` document.
 *
 * @param input What was measured.
 */
export function performanceObservation( input: Omit< PerformanceObservation, 'schema' > = {} ): PerformanceObservation {
	return withoutUndefined( { ...input, schema: PERFORMANCE_OBSERVATION_SCHEMA } );
}

/**
 * What a caller asks to be captured; anything but a boolean `queries` does not count.
 *
 * @param input Anything.
 */
export function performanceObservationCaptureRequest( input: unknown ): PerformanceObservationCaptureRequest {
	const queries = ( input as PerformanceObservationCaptureRequest | null | undefined )?.queries;
	return typeof queries === 'boolean' ? { queries } : {};
}
