"""Click's own words in Swedish: the help pages' headings, and what was wrong with a command."""

import typing as t

import click

Formatter: t.TypeAlias = click.HelpFormatter


class SwedishCommand(click.Command):
    """A command whose help is in Swedish all through."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in Swedish."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Visa den här hjälpen."
        return option

    def format_usage(self, ctx: click.Context, formatter: Formatter) -> None:
        """The usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[FLAGGOR]")
        pieces = pieces.replace("COMMAND [ARGS]...", "KOMMANDO …")
        formatter.write_usage(ctx.command_path, pieces, prefix="Användning: ")

    def format_options(self, ctx: click.Context, formatter: Formatter) -> None:
        """The options, and for a group its commands."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(option.get_help_record(ctx), option.help or "") for option in options]
        with formatter.section("Flaggor"):
            # Click's own text adds bounds and defaults in English; the help says them.
            formatter.write_dl([(record[0], text) for record, text in records if record])
        if isinstance(self, click.Group):
            commands = [
                (name, self.commands[name].get_short_help_str(70)) for name in self.commands
            ]
            with formatter.section("Kommandon"):
                formatter.write_dl(commands)


class SwedishGroup(SwedishCommand, click.Group):
    """The group, in the order the commands are written."""

    command_class = SwedishCommand

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order they are defined, which is the order one needs them."""
        return list(self.commands)


class WrongUse(click.UsageError):
    """A command cannot be meant so; the message is a Swedish sentence."""


def usage_sentence(err: click.UsageError) -> str:
    """What was wrong with how a command was given, in Swedish."""
    match err:
        case click.exceptions.NoArgsIsHelpError():
            return err.message
        case WrongUse():
            said = err.message
        case click.exceptions.NoSuchCommand():
            said = f"Kommandot {err.command_name} finns inte."
        case click.NoSuchOption():
            said = f"Flaggan {err.option_name} finns inte."
        case click.BadOptionUsage():
            said = f"Flaggan {err.option_name} saknar värde, eller har fått ett som den inte tar."
        case click.MissingParameter():
            said = f"Ange {err.param.make_metavar(err.ctx) if err.param and err.ctx else 'mer'}."
        case click.BadParameter():
            said = (
                f"Värdet för {err.param.opts[0] if err.param else 'flaggan'} går inte att använda."
            )
        case _:
            said = "Ett kommando saknas, eller har fått fler värden än det tar."
    where = err.ctx.command_path if err.ctx else "protokollarkiv"
    return f"{said}\nHjälp: {where} --help"
