<?php

declare( strict_types=1 );

namespace WP_Codebox\Trust;

/**
 * Puts the parts together that judge signed requests.
 */
final class Trust_Services {

	private ?Trusted_Callers $callers = null;

	public function keys(): Trusted_Keys {
		return new Trusted_Keys();
	}

	public function nonces(): Nonce_Table {
		return new Nonce_Table();
	}

	/** One for the whole request: it remembers what it decided until the call is carried out. */
	public function callers(): Trusted_Callers {
		return $this->callers ??= new Trusted_Callers( $this->keys(), $this->nonces() );
	}

	/** Removes keys and nonces of the current site. */
	public function forget(): void {
		$this->nonces()->drop();
		delete_option( Trusted_Keys::OPTION );
	}
}
