import { emitJson } from '../contracts/emit-json.ts';
import type { EmittedContract } from '../contracts/emitted.ts';
import { CALLBACK_SIGNATURE_HEADER, CALLBACK_TIMESTAMP_HEADER } from './callback-signature.ts';
import { CONNECTOR_LIMITS, CONNECTOR_METHODS } from './connector.ts';
import * as schemas from './schema-ids.ts';
import { BLUEPRINT_LIMITS, REST_BYTES } from './session.ts';
import { CALLBACK_LIMITS } from './task-contract.ts';

/** What PHP reads of the browser area. */
export function emittedBrowserContracts(): EmittedContract[] {
	return [
		emitJson( 'browser', 'src-shared/browser', {
			schemas: { ...schemas },
			restBytes: REST_BYTES,
			blueprint: BLUEPRINT_LIMITS,
			connector: { ...CONNECTOR_LIMITS, methods: CONNECTOR_METHODS },
			callback: {
				...CALLBACK_LIMITS,
				signatureHeader: CALLBACK_SIGNATURE_HEADER,
				timestampHeader: CALLBACK_TIMESTAMP_HEADER,
			},
		} ),
	];
}
