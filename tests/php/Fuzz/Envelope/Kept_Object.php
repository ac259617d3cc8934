<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

require_once __DIR__ . '/Kept_Parent.php';

/** Something with properties of every kind. */
final class Kept_Object extends Kept_Parent {

	public object $first;

	/** @var list<string> */
	public array $list = array( 'one' );

	public ?string $later;

	protected int $count = 1;

	private string $hidden = 'of the child';

	public function __construct() {
		$this->first = new \stdClass();
	}

	public function inner(): object {
		return $this->first;
	}

	public function scribble(): void {
		$this->scribble_here();
		$this->first  = new \stdClass();
		$this->list[] = 'two';
		$this->later  = 'set';
		$this->count  = 2;
		$this->hidden = 'changed';
	}
}
