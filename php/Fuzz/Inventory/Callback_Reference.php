<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * A callable as data: what it is called and where its code stands.
 */
final class Callback_Reference {

	/**
	 * @param string $name     `function`, `Class::method` or `{closure}`.
	 * @param string $file     File that defines it; empty for what PHP itself defines.
	 * @param int    $line     First line of its definition.
	 * @param int    $end_line Last line of its definition.
	 */
	private function __construct(
		public readonly string $name,
		public readonly string $file,
		public readonly int $line,
		public readonly int $end_line
	) {}

	/**
	 * @param mixed $callback Whatever was registered as a callback.
	 * @return self|null Null when it cannot be called or is not there.
	 */
	public static function of( mixed $callback ): ?self {
		$function = self::reflect( $callback );
		if ( null === $function ) {
			return null;
		}
		$class = $function instanceof \ReflectionMethod ? $function->getDeclaringClass()->getName() . '::' : '';
		return new self( $class . $function->getShortName(), (string) $function->getFileName(), (int) $function->getStartLine(), (int) $function->getEndLine() );
	}

	/**
	 * @param mixed $callback Whatever was registered as a callback.
	 * @return \ReflectionFunctionAbstract|null
	 */
	public static function reflect( mixed $callback ): ?\ReflectionFunctionAbstract {
		try {
			if ( is_string( $callback ) && str_contains( $callback, '::' ) ) {
				$callback = explode( '::', $callback, 2 );
			}
			return match ( true ) {
				$callback instanceof \Closure => new \ReflectionFunction( $callback ),
				is_array( $callback ) && array_is_list( $callback ) && 2 === count( $callback ) => new \ReflectionMethod( $callback[0], $callback[1] ),
				is_object( $callback )        => new \ReflectionMethod( $callback, '__invoke' ),
				is_string( $callback )        => new \ReflectionFunction( $callback ),
				default                       => null,
			};
		} catch ( \ReflectionException | \TypeError ) {
			// Not callable (a method that does not exist, or one that __call() answers): there is no code to point at.
			return null;
		}
	}

	/** `file:line`, or the name where no file is known. */
	public function location(): string {
		return '' === $this->file ? $this->name : $this->file . ':' . $this->line;
	}

	/**
	 * @return array{name: string, file: string, line: int}
	 */
	public function to_array(): array {
		return array(
			'name' => $this->name,
			'file' => $this->file,
			'line' => $this->line,
		);
	}
}
