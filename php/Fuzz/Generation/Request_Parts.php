<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * Sorts the values of a request into query, JSON body, form body and headers.
 */
final class Request_Parts {

	private array $query   = array();
	private array $json    = array();
	private array $form    = array();
	private array $headers = array();

	/**
	 * @param array<string, Parameter> $parameters Inputs by name.
	 */
	public function __construct( private readonly array $parameters ) {}

	/**
	 * @param string               $method HTTP method.
	 * @param array<string, mixed> $values Input → value.
	 * @return self
	 */
	public function of( string $method, array $values ): self {
		$parts    = new self( $this->parameters );
		$has_body = in_array( $method, array( 'POST', 'PUT', 'PATCH' ), true );
		$use_form = (bool) array_filter( array_keys( $values ), fn( string|int $name ): bool => Parameter::FORM === $this->parameters[ $name ]->place );
		foreach ( $values as $name => $value ) {
			$place = $this->parameters[ $name ]->place;
			if ( Parameter::HEADER === $place ) {
				$text                    = Query_Text::of( $value );
				$parts->headers[ $name ] = is_array( $text ) ? (string) wp_json_encode( $text ) : $text;
			} elseif ( Parameter::QUERY === $place || ! $has_body ) {
				$parts->query[ $name ] = Query_Text::of( $value );
			} elseif ( $use_form ) {
				$parts->form[ $name ] = Query_Text::of( $value );
			} else {
				$parts->json[ $name ] = $value;
			}
		}
		return $parts;
	}

	/**
	 * @return array<string, mixed> `params`, `headers`, `body` (fields of a form), `bodyJson`: what is there.
	 */
	public function input(): array {
		return array_filter(
			array(
				'params'   => $this->query,
				'headers'  => $this->headers,
				'body'     => $this->form,
				'bodyJson' => $this->json,
			)
		);
	}

	/**
	 * @return array<string, mixed> Parameters as the endpoint will see them.
	 */
	public function arrived(): array {
		return $this->json + $this->form + $this->query;
	}
}
