namespace Pulumi;

public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(new OutputData<T>([], value, IsKnown: true, IsSecret: false));

    public static Output<T> Create<T>(Task<T> value) => new(FromTaskAsync(value, isSecret: false));

    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>([], value, IsKnown: true, IsSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value) => new(FromTaskAsync(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Output<T> value) => new(MarkAsync(value, isSecret: true));

    public static Output<T> Unsecret<T>(Output<T> output) => new(MarkAsync(output, isSecret: false));

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.IsSecret;
    }

    private static async Task<OutputData<T>> FromTaskAsync<T>(Task<T> value, bool isSecret) =>
        new([], await value.ConfigureAwait(false), IsKnown: true, isSecret);

    private static async Task<OutputData<T>> MarkAsync<T>(Output<T> output, bool isSecret)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data with { IsSecret = isSecret };
    }
}
