import { ARTIFACT_WRITE_SCOPE } from '../operations/artifacts.ts';
import { TRUSTED_ACTIVE_KEYS, TRUSTED_AUTHORIZATION_SCHEMA, TRUSTED_CLOCK_SKEW } from '../trust/sign.ts';
import type { JsonValue } from '../contracts/json.ts';
import { CONTENT_TYPES } from './content-types.ts';
import { ARTIFACT_LIMITS } from './limits.ts';
import { PATH_POLICY } from './path-policy.ts';
import { ARTIFACT_RESULT_ENVELOPE_SCHEMA } from './result-envelope.ts';
import * as schemas from './schemas.ts';
import unicode from './unicode.json' with { type: 'json' };

/** What PHP reads of this area. */
export const emittedArtifactContracts: readonly { name: string; source: string; value: JsonValue }[] = [
	{ name: 'artifacts/limits', source: 'src-shared/artifacts/limits.ts', value: { ...ARTIFACT_LIMITS } },
	{
		name: 'artifacts/path-policy',
		source: 'src-shared/artifacts/path-policy.ts',
		value: { ...mutable( PATH_POLICY ), nonNfcRanges: unicode.nonNfcRanges, caseFold: unicode.caseFold },
	},
	{ name: 'artifacts/content-types', source: 'src-shared/artifacts/content-types.ts', value: { ...CONTENT_TYPES } },
	{
		name: 'artifacts/schemas',
		source: 'src-shared/artifacts/schemas.ts',
		value: mutable( { ...schemas, ARTIFACT_RESULT_ENVELOPE_SCHEMA } ),
	},
	{
		name: 'trust',
		source: 'src-shared/trust/sign.ts',
		value: {
			schema: TRUSTED_AUTHORIZATION_SCHEMA,
			clockSkew: TRUSTED_CLOCK_SKEW,
			activeKeys: TRUSTED_ACTIVE_KEYS,
			defaultScopes: [ ARTIFACT_WRITE_SCOPE ],
		},
	},
];

function mutable( value: object ): Record< string, JsonValue > {
	return JSON.parse( JSON.stringify( value ) ) as Record< string, JsonValue >;
}
