import { BROWSER_METRICS_SCHEMA } from '../../../src-shared/browser/schema-ids.ts';
import type { StepResult } from './steps.ts';

/** `wp-codebox/browser-metrics/v1`. */
export interface BrowserMetrics {
	readonly schema: typeof BROWSER_METRICS_SCHEMA;
	readonly metrics: Readonly< Record< string, number > >;
}

/**
 * Numbers about a run; what the browser does not tell is absent.
 *
 * @param steps    Steps that ran.
 * @param duration Milliseconds of the whole run.
 */
export function browserMetrics( steps: readonly StepResult[], duration: number ): BrowserMetrics {
	const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
	const metrics: Record< string, number > = {
		duration_ms: Math.round( duration ),
		steps: steps.length,
		steps_passed: steps.filter( ( step ) => step.status === 'passed' ).length,
		steps_failed: steps.filter( ( step ) => step.status === 'failed' ).length,
	};
	for ( const step of steps ) {
		if ( step.status !== 'not-run' ) {
			metrics[ `step_${ step.index }_${ step.step }_ms` ] = step.duration_ms;
		}
	}
	if ( memory ) {
		metrics.js_heap_bytes = memory.usedJSHeapSize;
	}
	return { schema: BROWSER_METRICS_SCHEMA, metrics };
}
