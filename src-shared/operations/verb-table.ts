/** One operation in the verb table. */
export interface VerbRow {
	readonly id: string;
	/** HTTP verb that core's REST run route asks for. */
	readonly verb: 'GET' | 'POST' | 'DELETE';
	readonly readonly: boolean;
	readonly destructive: boolean;
	readonly idempotent: boolean;
}

const post = ( id: string, flags: Partial< VerbRow > = {} ): VerbRow => ( {
	id,
	verb: 'POST',
	readonly: false,
	destructive: false,
	idempotent: false,
	...flags,
} );

const get = ( id: string ): VerbRow => ( {
	id,
	verb: 'GET',
	readonly: true,
	destructive: false,
	idempotent: true,
} );

const destroy = ( id: string ): VerbRow => post( id, { destructive: true } );

/**
 * Verb and annotations of every operation, written down a second time on purpose: consumers send these verbs,
 * and a test fails when a definition changes one.
 */
export const verbTable: readonly VerbRow[] = [
	post( 'wp-codebox/run-fuzz-suite' ),
	post( 'wp-codebox/replay-findings' ),
	post( 'wp-codebox/fuzz' ),
	post( 'wp-codebox/generate-fuzz-suite', { idempotent: true } ),
	get( 'wp-codebox/list-fuzz-oracles' ),
	post( 'wp-codebox/run-runtime-task' ),
	get( 'wp-codebox/runtime-descriptor' ),
	get( 'wp-codebox/runtime-contract-manifest' ),
	get( 'wp-codebox/public-contract-primitives' ),
	get( 'wp-codebox/public-contract-schemas' ),
	get( 'wp-codebox/wordpress-fuzz-runtime-contract' ),
	get( 'wp-codebox/get-run' ),
	get( 'wp-codebox/list-runs' ),
	post( 'wp-codebox/cancel-run' ),
	post( 'wp-codebox/resume-run' ),
	get( 'wp-codebox/watch-run' ),
	post( 'wp-codebox/work-on-runs' ),
	post( 'wp-codebox/normalize-browser-artifact-bundle', { idempotent: true } ),
	post( 'wp-codebox/persist-browser-artifact' ),
	get( 'wp-codebox/list-artifacts' ),
	get( 'wp-codebox/get-artifact' ),
	get( 'wp-codebox/inspect-artifact' ),
	get( 'wp-codebox/verify-artifact' ),
	post( 'wp-codebox/import-artifact-bundle' ),
	post( 'wp-codebox/reimport-artifact-bundle' ),
	post( 'wp-codebox/export-artifact', { idempotent: true } ),
	destroy( 'wp-codebox/discard-artifact' ),
	destroy( 'wp-codebox/prune-artifacts' ),
	post( 'wp-codebox/create-trusted-key' ),
	get( 'wp-codebox/list-trusted-keys' ),
	destroy( 'wp-codebox/revoke-trusted-key' ),
	post( 'wp-codebox/create-browser-playground-session' ),
	post( 'wp-codebox/create-browser-task-contract' ),
	post( 'wp-codebox/open-or-create-browser-contained-site' ),
	post( 'wp-codebox/get-browser-contained-site-status', { idempotent: true } ),
	post( 'wp-codebox/open-browser-contained-site', { idempotent: true } ),
	post( 'wp-codebox/preview-boot-ref', { idempotent: true } ),
	post( 'wp-codebox/hydrate-browser-blueprint-ref', { idempotent: true } ),
	post( 'wp-codebox/browser-connector-request' ),
];
