import { runProcess } from '../process/run-process.ts';

/** A PHP that can run WordPress. */
export interface PhpBinary {
	readonly path: string;
	readonly version: string;
	readonly extensions: readonly string[];
}

const MINIMUM = [ 8, 2 ] as const;
const ALWAYS = [ 'json', 'mbstring', 'xml', 'tokenizer' ];

/**
 * Looks at the PHP that `WP_CODEBOX_PHP` names, else at `php`.
 *
 * @param needed Extensions that it must have beside those that WordPress always needs.
 * @return The binary, or a sentence that says what is missing.
 */
export async function findPhp(
	needed: readonly string[],
	environment: NodeJS.ProcessEnv = process.env
): Promise< PhpBinary | string > {
	const path = environment.WP_CODEBOX_PHP ?? 'php';
	const probe = await runProcess( path, [
		'-r',
		'echo json_encode( array( PHP_VERSION, PHP_BINARY, array_map( "strtolower", get_loaded_extensions() ) ) );',
	] ).catch( ( error: NodeJS.ErrnoException ) => error.code ?? String( error ) );
	if ( typeof probe === 'string' || probe.exitCode !== 0 ) {
		return `No PHP was found: ${ path } cannot be run${ typeof probe === 'string' ? ` (${ probe })` : '' }.`;
	}
	const [ version, binary, extensions ] = JSON.parse( probe.stdout ) as [ string, string, string[] ];
	const [ major = 0, minor = 0 ] = version.split( '.' ).map( Number );
	if ( major < MINIMUM[ 0 ] || ( major === MINIMUM[ 0 ] && minor < MINIMUM[ 1 ] ) ) {
		return `PHP ${ MINIMUM.join( '.' ) } or newer is needed; ${ path } is ${ version }.`;
	}
	const missing = [ ...ALWAYS, ...needed ].filter( ( name ) => ! extensions.includes( name ) );
	return missing.length > 0
		? `PHP ${ version } (${ path }) lacks the extension${ missing.length > 1 ? 's' : '' } ${ missing.join( ', ' ) }.`
		: { path: binary || path, version, extensions };
}

/** What a site on this database needs of PHP. */
export const DATABASE_EXTENSIONS = { sqlite: [ 'pdo_sqlite', 'sqlite3' ], mariadb: [ 'mysqli' ] } as const;
