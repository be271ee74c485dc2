from archive.visibility import Audience, Visibility


def test_the_public_sees_only_what_is_public() -> None:
    assert [v for v in Visibility if Audience.PUBLIC.may_see(v)] == [Visibility.PUBLIC]


def test_the_signed_in_see_what_is_internal_but_not_what_is_held() -> None:
    seen = [v for v in Visibility if Audience.SIGNED_IN.may_see(v)]
    assert seen == [Visibility.PUBLIC, Visibility.INTERNAL]


def test_the_operator_sees_everything() -> None:
    assert all(Audience.OPERATOR.may_see(visibility) for visibility in Visibility)
