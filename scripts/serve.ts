/**
 * Serves the development site on 127.0.0.1 with this checkout's plugin active, until Ctrl-C.
 *
 *     npm run serve -- [--port=8881] [--runtime=auto|wasm|native]
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { BACKEND_CHOICES, type BackendChoice } from '../src-runtime/backend/choose-backend.ts';
import { cleanupOnSignal } from '../src-runtime/process/cleanup-on-signal.ts';
import { ADMIN_LOGIN } from '../src-runtime/site/site-recipe.ts';
import { bootDevelopmentSite, DEVELOPMENT_PORT } from './development-site.ts';

function portNumber( given: string ): number {
	const port = Number( given );
	if ( ! Number.isInteger( port ) || port < 1 || port > 65535 ) {
		throw new InvalidArgumentError( 'a port is a whole number from 1 to 65535.' );
	}
	return port;
}

await new Command( 'npm run serve --' )
	.description( 'Serves the development site on 127.0.0.1 with the plugin active.' )
	.option( '--port <port>', 'port on 127.0.0.1', portNumber, DEVELOPMENT_PORT )
	.addOption( new Option( '--runtime <name>', 'what runs PHP' ).choices( BACKEND_CHOICES ).default( 'auto' ) )
	.action( async ( options: { port: number; runtime: BackendChoice } ) => {
		const runtime = await bootDevelopmentSite( options.runtime, options.port );
		cleanupOnSignal( () => runtime.dispose() );
		await runtime.listen();
		const { user, password } = ADMIN_LOGIN;
		process.stdout.write(
			`${ runtime.url }/wp-admin/  ${ user } / ${ password }  (PHP ${ runtime.phpVersion }, ${ runtime.backend }; Ctrl-C ends it)\n`
		);
	} )
	.parseAsync()
	.catch( ( error: NodeJS.ErrnoException ) => {
		const message = error.code === 'EADDRINUSE' ? 'The port is in use; choose another with --port.' : error.message;
		process.stderr.write( `${ message }\n` );
		process.exit( 3 );
	} );
