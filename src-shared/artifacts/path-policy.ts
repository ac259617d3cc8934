/**
 * Which paths a bundle may hold. `php/Artifacts/Path_Policy.php` follows the same data and
 * the vectors in tests/vectors/artifacts/paths.json.
 */
import { ARTIFACT_LIMITS } from './limits.ts';
import unicode from './unicode.json' with { type: 'json' };

/** Why a path is refused; each hostile input has a code of its own. */
export const PATH_PROBLEMS = [
	'path-empty',
	'path-not-utf8',
	'path-nul',
	'path-control-character',
	'path-backslash',
	'path-absolute',
	'path-drive-letter',
	'path-traversal',
	'path-dot-segment',
	'path-too-long',
	'path-too-deep',
	'path-reserved-character',
	'path-reserved-name',
	'path-server-configuration',
	'path-executable',
	'path-not-nfc',
	'path-duplicate',
	'path-case-collision',
	'path-file-and-directory',
] as const;

export type PathProblem = ( typeof PATH_PROBLEMS )[ number ];

/** The policy as data; emitted for PHP. */
export const PATH_POLICY = {
	/** Device names of Windows, with or without an extension. */
	reservedNames: [
		'con',
		'prn',
		'aux',
		'nul',
		...Array.from( { length: 9 }, ( _, index ) => `com${ index + 1 }` ),
		...Array.from( { length: 9 }, ( _, index ) => `lpt${ index + 1 }` ),
	],
	/** Characters that Windows refuses or reads as a stream. */
	reservedCharacters: '<>:"|?*',
	/** Names that reconfigure a web server or PHP; anything that starts with `.ht` besides. */
	serverConfiguration: [ '.user.ini', 'php.ini', 'web.config' ],
	/** Refused as any dot-separated part after the first: servers may run `a.php.txt`. */
	executableParts: [
		'php',
		'php3',
		'php4',
		'php5',
		'php7',
		'php8',
		'phps',
		'phtml',
		'pht',
		'phar',
		'cgi',
		'fcgi',
		'asp',
		'aspx',
		'ashx',
		'asmx',
		'jsp',
		'jspx',
		'cfm',
		'shtml',
		'shtm',
	],
	/** Refused as the last part only. */
	executableExtensions: [ 'pl', 'py', 'rb' ],
} as const;

// C0, DEL, C1, line and paragraph separators, bidirectional controls, byte order mark, noncharacters that end a plane's first block.
const CONTROL = /[\u0001-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/**
 * @param path A path as it stands in a manifest, an input or an archive.
 * @return The first problem, in the order of the list above, or undefined for a path that may be stored.
 */
export function pathProblem( path: string ): PathProblem | undefined {
	if ( path === '' ) {
		return 'path-empty';
	}
	if ( /\p{Surrogate}/u.test( path ) ) {
		return 'path-not-utf8';
	}
	if ( path.includes( '\0' ) ) {
		return 'path-nul';
	}
	if ( CONTROL.test( path ) ) {
		return 'path-control-character';
	}
	if ( path.includes( '\\' ) ) {
		return 'path-backslash';
	}
	if ( path.startsWith( '/' ) ) {
		return 'path-absolute';
	}
	if ( /^[A-Za-z]:/.test( path ) ) {
		return 'path-drive-letter';
	}
	const segments = path.split( '/' );
	if ( segments.includes( '..' ) ) {
		return 'path-traversal';
	}
	if ( segments.some( ( segment ) => segment === '' || segment === '.' ) ) {
		return 'path-dot-segment';
	}
	if ( utf8Length( path ) > ARTIFACT_LIMITS.pathBytes ) {
		return 'path-too-long';
	}
	if ( segments.some( ( segment ) => utf8Length( segment ) > ARTIFACT_LIMITS.segmentBytes ) ) {
		return 'path-too-long';
	}
	if ( segments.length > ARTIFACT_LIMITS.pathDepth ) {
		return 'path-too-deep';
	}
	for ( const segment of segments ) {
		const problem = segmentProblem( segment );
		if ( problem ) {
			return problem;
		}
	}
	return path.normalize( 'NFC' ) === path ? undefined : 'path-not-nfc';
}

function segmentProblem( segment: string ): PathProblem | undefined {
	if ( [ ...PATH_POLICY.reservedCharacters ].some( ( character ) => segment.includes( character ) ) ) {
		return 'path-reserved-character';
	}
	const name = asciiLower( segment );
	const parts = name.split( '.' );
	if ( /[. ]$/.test( segment ) || segment.startsWith( ' ' ) || includes( PATH_POLICY.reservedNames, parts[ 0 ]! ) ) {
		return 'path-reserved-name';
	}
	if ( name.startsWith( '.ht' ) || includes( PATH_POLICY.serverConfiguration, name ) ) {
		return 'path-server-configuration';
	}
	const extensions = parts.slice( 1 );
	if (
		extensions.some( ( part ) => includes( PATH_POLICY.executableParts, part ) ) ||
		includes( PATH_POLICY.executableExtensions, extensions.at( -1 ) ?? '' )
	) {
		return 'path-executable';
	}
	return undefined;
}

/** A path of a list that cannot live beside another one. */
export interface PathCollision {
	/** Place in the list. */
	readonly index: number;
	readonly path: string;
	readonly problem: PathProblem;
	/** The path that was there first. */
	readonly other: string;
}

/**
 * Paths that would overwrite each other on a file system that ignores case, or that are a file and a directory at once.
 *
 * @param paths Paths that `pathProblem()` accepts, in the order of the list.
 */
export function pathCollisions( paths: readonly string[] ): PathCollision[] {
	const files = new Map< string, string >();
	const directories = new Map< string, string >();
	const collisions: PathCollision[] = [];
	paths.forEach( ( path, index ) => {
		const collision = collisionOf( path, files, directories );
		if ( collision ) {
			collisions.push( { index, path, ...collision } );
		}
	} );
	return collisions;
}

function collisionOf(
	path: string,
	files: Map< string, string >,
	directories: Map< string, string >
): Pick< PathCollision, 'problem' | 'other' > | undefined {
	const key = foldCase( path );
	const twin = files.get( key );
	if ( twin !== undefined ) {
		return { problem: twin === path ? 'path-duplicate' : 'path-case-collision', other: twin };
	}
	const directory = directories.get( key );
	if ( directory !== undefined ) {
		return { problem: 'path-file-and-directory', other: directory };
	}
	const segments = path.split( '/' );
	for ( let depth = 1; depth < segments.length; depth++ ) {
		const parent = segments.slice( 0, depth ).join( '/' );
		const parentKey = foldCase( parent );
		const file = files.get( parentKey );
		if ( file !== undefined ) {
			return { problem: 'path-file-and-directory', other: file };
		}
		const known = directories.get( parentKey );
		if ( known !== undefined && known !== parent ) {
			return { problem: 'path-case-collision', other: known };
		}
		directories.set( parentKey, parent );
	}
	files.set( key, path );
	return undefined;
}

const FOLD: Readonly< Record< string, string > > = unicode.caseFold;

/**
 * The key under which two spellings are the same name. A fixed table, so that two runtimes with
 * different Unicode versions agree.
 *
 * @param path Any text.
 */
export function foldCase( path: string ): string {
	const lower = asciiLower( path );

	return /^[\x00-\x7f]*$/.test( lower )
		? lower
		: [ ...lower ].map( ( character ) => FOLD[ character ] ?? character ).join( '' );
}

function asciiLower( text: string ): string {
	return text.replace( /[A-Z]/g, ( letter ) => letter.toLowerCase() );
}

function includes( list: readonly string[], value: string ): boolean {
	return list.includes( value );
}

function utf8Length( text: string ): number {
	return new TextEncoder().encode( text ).length;
}
