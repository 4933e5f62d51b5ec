namespace Pulumi;

public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Swallow();

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Swallow();

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Swallow();

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.InternalInstance.Errors.Add(message);

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.InternalInstance.Errors.Add(exception.ToString());

    // The mocked engine shows nothing, but there must be one.
    private static void Swallow() => _ = Deployment.InternalInstance;
}
