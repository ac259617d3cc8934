import type { EmittedContract } from './emitted.ts';
import type { JsonValue } from './json.ts';

/**
 * A contract that is emitted as it stands.
 *
 * @param name   File name below `php/Contracts/generated/`, without `.php`.
 * @param source Where its definition lives.
 * @param value  Anything that `JSON.stringify()` takes; what JSON has not is dropped.
 */
export function emitJson( name: string, source: string, value: unknown ): EmittedContract {
	return { name, source, value: JSON.parse( JSON.stringify( value ) ) as JsonValue };
}
