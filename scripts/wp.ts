/**
 * Real WP-CLI against the development site.
 *
 *     npm run wp -- <WP-CLI arguments>
 *
 * It runs in WASM, which needs nothing but Node but has no child processes: a command that needs one says so
 * and ends with 3. `WP_CODEBOX_RUNTIME=native` takes the machine's own PHP.
 */
import { text } from 'node:stream/consumers';
import { bootDevelopmentSite, chosenBackend } from './development-site.ts';

const INFRASTRUCTURE = 3;

try {
	const runtime = await bootDevelopmentSite( chosenBackend( 'wasm' ) );
	const result = await runtime.wpCli( process.argv.slice( 2 ), {
		onStdout: ( chunk ) => process.stdout.write( chunk ),
		onStderr: ( chunk ) => process.stderr.write( chunk ),
		...( process.argv.includes( '-' ) || process.argv.some( ( argument ) => argument.endsWith( '=-' ) )
			? { stdin: await text( process.stdin ) }
			: {} ),
	} );
	await runtime.dispose();
	if ( result.refusedChildProcess ) {
		process.stderr.write(
			'This command starts another program, which WASM cannot do. With PHP 8.2 or newer on this machine: WP_CODEBOX_RUNTIME=native npm run wp -- …\n'
		);
	}
	process.exitCode = result.refusedChildProcess ? INFRASTRUCTURE : result.exitCode;
} catch ( error ) {
	process.stderr.write( `${ error instanceof Error ? error.message : String( error ) }\n` );
	process.exitCode = INFRASTRUCTURE;
}
// WASM keeps handles open after PHP has ended.
process.stdout.write( '', () => process.exit() );
