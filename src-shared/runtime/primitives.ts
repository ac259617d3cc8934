import { CODEBOX_RUN_FUZZ_SUITE_ABILITY } from '../fuzz/schema-ids.ts';
import { schemaId } from '../contracts/schema-id.ts';
import { CODEBOX_PUBLIC_RUNTIME_ABILITIES } from './abilities.ts';
import { RUNTIME_CONTRACT_SCHEMAS } from './contract-schemas.ts';

const { agentTask, artifact, preview, runtimeBoundary, runtimeProvider, taskState, wordpressRuntime } =
	RUNTIME_CONTRACT_SCHEMAS;
const abilities = CODEBOX_PUBLIC_RUNTIME_ABILITIES.agentTask;

/** The stable building blocks of the public contract: schema ids and abilities by area. */
export const CODEBOX_PUBLIC_CONTRACT_PRIMITIVES = {
	runtimeSession: {
		schemas: {
			access: runtimeBoundary.runtimeAccess,
			previewLease: runtimeBoundary.previewLease,
			previewReviewerAccess: preview.reviewerAccess,
			browserSessionProductDto: runtimeBoundary.browserSessionProductDto,
			browserPreviewBootConfig: runtimeBoundary.browserPreviewBootConfig,
			browserContainedSiteStatus: runtimeBoundary.browserContainedSiteStatus,
			browserContainedSiteOpen: runtimeBoundary.browserContainedSiteOpen,
		},
	},
	runtimeProfile: { schemas: { profile: runtimeBoundary.profile } },
	task: {
		schemas: {
			input: schemaId( 'task-input' ),
			runRequest: agentTask.runRequest,
			runResult: agentTask.runResult,
			headlessRequest: agentTask.headlessRequest,
			headlessResult: agentTask.headlessResult,
		},
		abilities,
	},
	agent: {
		schemas: { workload: taskState.agentRuntimeWorkload, runResult: agentTask.runResult },
		abilities: {
			runTask: abilities.run,
			runTaskBatch: abilities.batch,
			runTaskFanout: abilities.fanout,
		},
	},
	artifact: {
		schemas: {
			resultEnvelope: artifact.resultEnvelope,
			typedArtifact: artifact.typedArtifact,
			typedArtifactIndex: artifact.typedArtifactIndex,
			bundleFileManifest: artifact.bundleFileManifest,
			browserArtifactPersistenceRef: artifact.browserArtifactPersistenceRef,
		},
	},
	fuzzing: {
		schemas: {
			fuzzSuite: wordpressRuntime.fuzzSuite,
			fuzzSuiteResult: wordpressRuntime.fuzzSuiteResult,
			sandboxIsolationProof: wordpressRuntime.sandboxIsolationProof,
		},
		abilities: { runFuzzSuite: CODEBOX_RUN_FUZZ_SUITE_ABILITY },
	},
	credential: {
		schemas: {
			requirements: runtimeProvider.credentialRequirements,
			preflight: runtimeProvider.credentialPreflight,
			resolution: runtimeProvider.credentialResolution,
		},
		redacted: true,
	},
} as const;

export type CodeboxPublicContractPrimitives = typeof CODEBOX_PUBLIC_CONTRACT_PRIMITIVES;
export type CodeboxPublicContractPrimitiveName = keyof CodeboxPublicContractPrimitives;

/** Every building block: a copy that the caller may change. */
export function codeboxPublicContractPrimitives(): CodeboxPublicContractPrimitives {
	return structuredClone( CODEBOX_PUBLIC_CONTRACT_PRIMITIVES );
}

/**
 * @param  primitive Name of a building block.
 * @throws {Error} for a name that there is not.
 */
export function codeboxPublicContractPrimitive< Name extends CodeboxPublicContractPrimitiveName >(
	primitive: Name
): CodeboxPublicContractPrimitives[ Name ] {
	if ( ! Object.hasOwn( CODEBOX_PUBLIC_CONTRACT_PRIMITIVES, primitive ) ) {
		throw new Error( `Unknown WP Codebox public contract primitive: ${ String( primitive ) }` );
	}
	return structuredClone( CODEBOX_PUBLIC_CONTRACT_PRIMITIVES[ primitive ] );
}

/** The schema ids of all building blocks in one flat map: `<primitive>.<name>` → id. */
export function publicContractSchemas(): Record< string, string > {
	return Object.fromEntries(
		Object.entries( CODEBOX_PUBLIC_CONTRACT_PRIMITIVES ).flatMap( ( [ primitive, { schemas } ] ) =>
			Object.entries( schemas ).map( ( [ name, id ] ) => [ `${ primitive }.${ name }`, id ] )
		)
	);
}
