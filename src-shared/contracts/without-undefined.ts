/**
 * A copy without the fields that hold `undefined`, which JSON would drop anyway.
 *
 * @param value An object.
 */
export function withoutUndefined< Value extends object >( value: Value ): Value {
	return Object.fromEntries( Object.entries( value ).filter( ( [ , item ] ) => item !== undefined ) ) as Value;
}
