/** Reads the fields of an unknown object; what does not fit throws with the path of the field. */
export class FieldReader {
	readonly #value: Record< string, unknown >;
	readonly #path: string;

	/**
	 * @param  value Anything.
	 * @param  path  Its name in errors.
	 * @throws {TypeError} when it is no object.
	 */
	public constructor( value: unknown, path: string ) {
		if ( value === null || typeof value !== 'object' || Array.isArray( value ) ) {
			throw new TypeError( `${ path } must be an object` );
		}
		this.#value = value as Record< string, unknown >;
		this.#path = path;
	}

	public oneOf< const Values extends readonly string[] >( name: string, values: Values ): Values[ number ] {
		const value = this.text( name );
		if ( value === undefined || ! values.includes( value ) ) {
			this.refuse( name, `one of ${ values.join( ', ' ) }` );
		}
		return value;
	}

	public requiredText( name: string ): string {
		return this.text( name ) ?? this.refuse( name, 'a non-empty string' );
	}

	/** A string without the spaces around it; undefined when absent or empty. */
	public text( name: string ): string | undefined {
		const value = this.#value[ name ];
		if ( value !== undefined && typeof value !== 'string' ) {
			this.refuse( name, 'a string' );
		}
		return ( value as string | undefined )?.trim() || undefined;
	}

	public record( name: string ): Record< string, unknown > | undefined {
		return this.#value[ name ] === undefined ? undefined : this.fields( name ).all();
	}

	public texts( name: string ): string[] | undefined {
		const value = this.#value[ name ];
		if ( value === undefined ) {
			return undefined;
		}
		if ( ! Array.isArray( value ) || value.some( ( item ) => typeof item !== 'string' ) ) {
			this.refuse( name, 'a list of strings' );
		}
		return ( value as string[] ).map( ( item ) => item.trim() );
	}

	/** An object whose values are strings, numbers, booleans or null. */
	public scalars( name: string ): Record< string, string | number | boolean | null > | undefined {
		const record = this.record( name );
		for ( const [ key, value ] of Object.entries( record ?? {} ) ) {
			if ( value !== null && ! [ 'string', 'number', 'boolean' ].includes( typeof value ) ) {
				this.refuse( `${ name }.${ key }`, 'a string, number, boolean or null' );
			}
		}
		return record as Record< string, string | number | boolean | null > | undefined;
	}

	public has( name: string ): boolean {
		return this.#value[ name ] !== undefined;
	}

	public raw( name: string ): unknown {
		return this.#value[ name ];
	}

	public fields( name: string ): FieldReader {
		return new FieldReader( this.#value[ name ], `${ this.#path }.${ name }` );
	}

	public all(): Record< string, unknown > {
		return { ...this.#value };
	}

	public refuse( name: string, what: string ): never {
		throw new TypeError( `${ this.#path }.${ name } must be ${ what }` );
	}
}
