<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Asks our own web server whether it gives out files of a directory; no certain "no" counts as "yes".
 */
class Root_Probe {

	/** What the usual servers read as "serve nothing of this". */
	public const DENY_FILES = array(
		'.htaccess'  => "<IfModule mod_authz_core.c>\nRequire all denied\n</IfModule>\n<IfModule !mod_authz_core.c>\nDeny from all\n</IfModule>\n",
		'web.config' => '<?xml version="1.0"?><configuration><system.webServer><authorization><deny users="*" /></authorization></system.webServer></configuration>' . "\n",
		'index.php'  => "<?php\n// Nothing to see.\n",
	);

	/**
	 * @param Durable_Files $disk Writes the probe.
	 */
	public function __construct( private readonly Durable_Files $disk ) {}

	/**
	 * @param string $path Directory.
	 * @param string $url  Its address, if it were served.
	 * @return string|null Why it must not be used; null when the server refused.
	 */
	public function exposure( string $path, string $url ): ?string {
		$secret = bin2hex( random_bytes( 16 ) );
		$name   = "probe-$secret.txt";
		$this->disk->write( "$path/$name", $secret );
		$answer = wp_remote_get(
			"$url/$name",
			array(
				'timeout'     => 5,
				'redirection' => 2,
				'sslverify'   => false,
			)
		);
		$this->disk->remove( "$path/$name" );
		if ( is_wp_error( $answer ) ) {
			return 'the site cannot reach itself to prove that the directory in wp-content is not served';
		}
		$status = (int) wp_remote_retrieve_response_code( $answer );
		if ( str_contains( wp_remote_retrieve_body( $answer ), $secret ) || ( $status >= 200 && $status < 300 ) ) {
			return 'the web server gives out files of the directory in wp-content';
		}
		return $status >= 500 ? 'the web server answered the probe with an error' : null;
	}
}
