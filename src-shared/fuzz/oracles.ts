import Type from 'typebox';
import { oneOf, result } from '../contracts/request.ts';
import { FINDING_SEVERITIES } from './result.ts';

/** What oracles judge; the first word of an oracle's id. */
export const ORACLE_GROUPS = [ 'crash', 'contract', 'access', 'purity', 'injection', 'disclosure', 'cost' ] as const;

/** One oracle, as listings show it. */
export const fuzzOracle = result(
	{
		id: Type.String( { pattern: '^[a-z]+\\.[a-z0-9-]+$', description: 'What a suite chooses it by.' } ),
		group: oneOf( ORACLE_GROUPS ),
		severity: oneOf( FINDING_SEVERITIES, 'Of its findings, unless one says otherwise.' ),
		kind: oneOf( [ 'case', 'differential' ], 'Whether it judges one case, or the same case of several roles.' ),
		explanation: Type.String( { description: 'What it proves, and when it stays silent.' } ),
		documentation: Type.String( { description: 'Where its page is.' } ),
	},
	'One oracle.'
);
