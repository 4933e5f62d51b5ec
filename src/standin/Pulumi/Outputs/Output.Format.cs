using System.Globalization;

namespace Pulumi;

public static partial class Output
{
    public static Output<string> Format(FormattableString formattableString)
    {
        var format = formattableString.Format;
        var arguments = formattableString.GetArguments();
        return new(FormatAsync());

        async Task<OutputData<string>> FormatAsync()
        {
            var marks = new OutputMarks();
            var values = new object?[arguments.Length];
            for (var i = 0; i < values.Length; i++)
            {
                var output = arguments[i] as IOutput ?? (arguments[i] as IInput)?.ToOutput();
                values[i] = output is null ? arguments[i] : marks.Take(await output.GetDataAsync().ConfigureAwait(false));
            }

            return marks.Mark(marks.IsKnown ? string.Format(CultureInfo.InvariantCulture, format, values) : "");
        }
    }
}
