using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EcsPlatform.Build.Tests;

/// <summary>A registry that accepts connections and never answers.</summary>
internal sealed class SilentRegistry : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _callers = [];

    public SilentRegistry()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/index.json";

    /// <summary>Whether somebody called.</summary>
    public bool WasCalled => !_callers.IsEmpty;

    /// <summary>Whether every caller has hung up by now, or does so within a moment.</summary>
    public async Task<bool> IsLeftAloneAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        foreach (var caller in _callers)
        {
            try
            {
                await caller.GetStream().CopyToAsync(Stream.Null, patience.Token);
            }
            catch (IOException)
            {
                // The connection was reset, as happens when the caller is terminated.
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        _listener.Stop();
        foreach (var caller in _callers)
        {
            caller.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _callers.Add(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }
}
