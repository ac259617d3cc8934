import Type from 'typebox';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';
import { WRITES, type OperationDefinition } from './operation.ts';

export const REPLAY_RESULT_SCHEMA = 'wp-codebox/fuzz-replay-result/v1';

export const replayFindings: OperationDefinition = {
	id: 'wp-codebox/replay-findings',
	label: 'Replay Findings',
	description: 'Runs what showed a finding again, from its record alone, and says FAILED, FIXED or FLAKY.',
	input: request( {
		result: openObject( 'The fuzz-suite-result/v1 document of `wp codebox fuzz`.' ),
		finding: optional( Type.String( { description: 'Fingerprint of one finding.' } ) ),
		case: optional( Type.String( { description: 'Id of a case; only its findings.' } ) ),
	} ),
	output: result( {
		schema: Type.Literal( REPLAY_RESULT_SCHEMA ),
		success: Type.Boolean( { description: 'True when every finding is fixed.' } ),
		status: oneOf( [ 'passed', 'failed' ] ),
		findings: Type.Array(
			result( {
				fingerprint: Type.String(),
				oracle: Type.String(),
				caseId: Type.String(),
				verdict: oneOf( [ 'FAILED', 'FIXED', 'FLAKY' ] ),
				shown: Type.Integer( { description: 'How often it showed.' } ),
				of: Type.Integer( { description: 'How often it was tried.' } ),
				curl: optional( Type.String( { description: 'The case as a command, where HTTP can show it.' } ) ),
			} )
		),
	} ),
	capability: 'wp_codebox_run',
	annotations: WRITES,
	facade: 'replay_findings',
	cli: { command: 'replay', files: [ 'result' ] },
	ability: false,
};
