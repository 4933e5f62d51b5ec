namespace EcsPlatform.Cli.Tests;

/// <summary>A test that needs permission bits to mean something: they do not for root, and there are none on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Skip = "Nothing is unreadable for this user.";
        }
    }
}
