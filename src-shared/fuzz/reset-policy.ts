import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request } from '../contracts/request.ts';

/** How state is put back between cases. `restore-snapshot` is declared and not supported. */
export const FUZZ_RESET_MODES = [ 'none', 'checkpoint-per-case', 'restore-snapshot' ] as const;

export const resetPolicy = request(
	{
		mode: oneOf( FUZZ_RESET_MODES, 'How state is put back before a case.' ),
		checkpointName: optional( Type.String() ),
		checkpoint_name: optional( Type.String() ),
		snapshotRef: optional( Type.String( { description: 'Needed by `restore-snapshot`.' } ) ),
		snapshot_ref: optional( Type.String() ),
		fixtureRefs: optional( Type.Array( Type.String() ) ),
		fixture_refs: optional( Type.Array( Type.String() ) ),
		metadata: optional( openObject() ),
	},
	'How state is put back before a case.'
);

/** A policy, or its mode alone. */
export const resetPolicyInput = Type.Union( [ resetPolicy, oneOf( FUZZ_RESET_MODES ) ] );

export type FuzzSuiteResetMode = ( typeof FUZZ_RESET_MODES )[ number ];
export type FuzzSuiteResetPolicy = Omit< Static< typeof resetPolicy >, 'mode' > & {
	mode: FuzzSuiteResetMode | ( string & {} );
};
