/** Prints a fuzz suite result for a person. */
import type { CommandResult } from '../src-runtime/backend/runtime-backend.ts';

interface CaseResult {
	readonly id: string;
	readonly status: string;
	readonly outcome?: string;
	readonly target?: { readonly kind: string; readonly id?: string };
	readonly skipReason?: string;
	readonly diagnostics?: readonly { readonly code: string; readonly message: string }[];
}

/** The parts of `wp-codebox/fuzz-suite-result/v1` that the summary shows. */
export interface SuiteResult {
	readonly schema: string;
	readonly status: string;
	readonly summary: Readonly< Record< string, number > >;
	readonly cases: readonly CaseResult[];
	readonly findings?: readonly Finding[];
}

interface Finding {
	readonly oracle: string;
	readonly severity: string;
	readonly message: string;
	readonly location?: { readonly file: string; readonly line: number } | null;
	readonly target?: { readonly id?: string };
	readonly caseIds?: readonly string[];
}

const RESULT_SCHEMA = 'wp-codebox/fuzz-suite-result/v1';
const TAIL = 2000;

/**
 * The result that `wp codebox run-fuzz-suite --format=json` printed.
 *
 * @throws Error with the tail of the output when there is none: the run did not complete.
 */
export function readSuiteResult( run: CommandResult ): SuiteResult {
	try {
		const result = JSON.parse( run.stdout ) as SuiteResult;
		if ( result.schema === RESULT_SCHEMA && result.cases.length > 0 ) {
			return result;
		}
	} catch {
		// What was printed instead of JSON is shown below.
	}
	const output = `${ run.stdout }\n${ run.stderr }`.trim().slice( -TAIL );
	throw new Error(
		`The run did not complete: WP-CLI ended with ${ run.exitCode } and printed no result.\n${ output }`
	);
}

/**
 * Prints a table by target and outcome, every finding once with the line of code and the targets where it shows, and
 * the cases that did not pass for another reason.
 */
export function printSuiteResult( result: SuiteResult ): void {
	const groups = new Map< string, Record< string, number > >();
	for ( const { target, status, outcome } of result.cases ) {
		const row = groups.get( groupOf( target ) ) ?? {};
		const column = status === 'passed' ? ( outcome ?? status ) : status;
		row[ column ] = ( row[ column ] ?? 0 ) + 1;
		groups.set( groupOf( target ), row );
	}
	const columns = [ 'accepted', 'rejected', 'passed', 'failed', 'error', 'skipped' ].filter( ( column ) =>
		[ ...groups.values() ].some( ( row ) => row[ column ] )
	);
	const width = Math.max( ...[ ...groups.keys() ].map( ( name ) => name.length ) );
	const line = ( name: string, cells: readonly ( string | number )[] ) =>
		`${ name.padEnd( width ) }  ${ cells.map( ( cell ) => String( cell ).padStart( 9 ) ).join( '' ) }\n`;
	process.stdout.write( `\n${ line( '', columns ) }` );
	for ( const [ name, row ] of [ ...groups ].sort() ) {
		process.stdout.write(
			line(
				name,
				columns.map( ( column ) => row[ column ] ?? 0 )
			)
		);
	}
	for ( const defect of defectsOf( result.findings ?? [] ) ) {
		process.stdout.write( `\n${ defect.join( '\n  ' ) }\n` );
	}
	const explained = new Set( ( result.findings ?? [] ).flatMap( ( { caseIds } ) => caseIds ?? [] ) );
	for ( const each of result.cases.filter( ( { id, status } ) => status !== 'passed' && ! explained.has( id ) ) ) {
		const reason = each.diagnostics?.[ 0 ]?.message ?? each.skipReason ?? '';
		process.stdout.write( `\n${ each.status.toUpperCase() } ${ each.id }\n  ${ reason }\n` );
	}
	const counts = Object.entries( result.summary ).map( ( [ name, count ] ) => `${ count } ${ name }` );
	process.stdout.write(
		`\n${ result.status }: ${ counts.join( ', ' ) }; ${ result.findings?.length ?? 0 } findings\n`
	);
}

/** The lines of each defect: findings that only differ in their target are one. */
function defectsOf( findings: readonly Finding[] ): string[][] {
	const defects = new Map< string, string[] >();
	for ( const { oracle, severity, message, location, target, caseIds } of findings ) {
		const place = location ? [ `${ withinSite( location.file ) }:${ location.line }` ] : [];
		const head = [ `${ severity.toUpperCase() } ${ oracle }: ${ message }`, ...place ];
		const lines = defects.get( head.join() ) ?? head;
		defects.set( head.join(), [ ...lines, `${ target?.id ?? '' }  (${ ( caseIds ?? [] ).join( ', ' ) })` ] );
	}
	return [ ...defects.values() ];
}

/** The site is a temporary one: its folder tells nothing. */
function withinSite( file: string ): string {
	return file.replace( /^.*?\/(?=wp-(?:admin|content|includes)\/)/, '' );
}

function groupOf( target: CaseResult[ 'target' ] ): string {
	if ( target?.kind !== 'rest' ) {
		return target?.kind ?? 'other';
	}
	const [ namespace = '', version = '' ] = ( target.id ?? '' ).split( '/' ).slice( 1 );
	return `rest ${ [ namespace, version ].filter( Boolean ).join( '/' ) || 'index' }`;
}
